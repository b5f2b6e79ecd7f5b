import { createSubmission } from '../submission'

/** 补积分: a purchase whose code was forgotten, by its receipt. */
export const forgottenStore = createSubmission('purchases.bookForgotten')
