/** An objection: so many signs, as the contract's `ObjectionWords`. */
export const WORDS_SIGNS = 200
