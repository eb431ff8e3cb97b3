/** `npm run test:full` meets every case; `npm test` leaves out what is the same by construction. */
export const IS_WHOLE_MATRIX = process.env.TEST_MATRIX === 'full'
