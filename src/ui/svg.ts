/** A drawing as the source of an image: mini-programs have no inline SVG. */

export const svgSource = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`
