/** A phone presses by touch alone; a browser's keyboard is answered in `keys.h5.ts`. */

export const answerKeys = (): void => undefined
