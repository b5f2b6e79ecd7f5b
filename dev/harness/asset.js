/** Stands for every picture and stylesheet. */
module.exports = 'asset'
