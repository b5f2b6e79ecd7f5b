/**
 * A fresh request id: made when a confirm screen opens and kept until an answer arrives, so that a
 * second tap or a repeated call is the same request. The only randomness in the client.
 */
export function newRequestId(): string {
  return `${randomPart()}${randomPart()}`
}

function randomPart(): string {
  return Math.random().toString(36).slice(2, 12).padEnd(10, '0')
}
