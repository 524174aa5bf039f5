/** A photo as a phone takes it: with where it was taken and by what written into it. */
const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

export const WHERE = 'GPSLatitude 31.2304 GPSLongitude 121.4737'
export const MAKER = 'HUAWEI P40'

/** `of` is what is on it: two photos of different things are different bytes. */
export const aPhoto = (of: string): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xe1, Buffer.from(`Exif\0\0${WHERE} ${MAKER}`, 'latin1')),
    segment(0xfe, Buffer.from(`comment ${MAKER}`)),
    segment(0xdb, Buffer.alloc(65, 1)),
    Buffer.from([0xff, 0xda, 0, 4, 1, 0]),
    Buffer.from(of),
    Buffer.from([0xff, 0xd9]),
  ])
