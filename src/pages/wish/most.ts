/** Four dozen lamps a page: less than the sixty nodes an old phone scrolls smoothly, and full rows of three and of two. */
export const LAMPS = 48
