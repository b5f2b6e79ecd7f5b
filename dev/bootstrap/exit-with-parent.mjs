// Preloaded into every command: a command whose bootstrap was killed must not stay behind.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
// Knowing that is no reason to stay.
process.channel?.unref()
