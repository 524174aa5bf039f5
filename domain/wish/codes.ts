/** What the codes of a drive and of a slip carry: `d=` a drive, `h=` a hand-over, neither of which says who. */

/** A drive's id fits into the 32 signs of a mini-program code. */
export const DRIVE_ID_LENGTH = 24
export const driveScene = (driveId: string): string => `d=${driveId}`

/** The drive a scene names; undefined for every other scene. */
export const driveInScene = (scene: string): string | undefined => /^d=([0-9a-f]{24})$/.exec(scene)?.[1]
