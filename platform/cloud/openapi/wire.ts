/** The envelope of cloud.openapi: a multipart form around a protobuf of named JSON values, and a protobuf back. */
import { Reader, Writer } from 'protobufjs/minimal'
import { invalid } from '../errors'
import { type Json, parseJson } from '../json'

/** The fields of a multipart form, as bytes. */
export function readForm(contentType: string, body: Buffer): Map<string, Buffer> {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)
  const mark = Buffer.from(`\r\n--${boundary?.[1] ?? boundary?.[2] ?? ''}`)
  if (!boundary) throw invalid('the form has no boundary')
  const fields = new Map<string, Buffer>()
  const text = Buffer.concat([Buffer.from('\r\n'), body])
  for (let start = text.indexOf(mark); start >= 0; ) {
    const end = text.indexOf(mark, start + mark.length)
    if (end < 0) break
    const part = text.subarray(start + mark.length + 2, end)
    const gap = part.indexOf('\r\n\r\n')
    const name = /name="([^"]*)"/i.exec(part.subarray(0, Math.max(gap, 0)).toString('utf8'))?.[1]
    if (name !== undefined && gap >= 0) fields.set(name, part.subarray(gap + 4))
    start = end
  }
  return fields
}

/** CommApiData { 2: OpenApiData { 1: repeated KeyValuePair { 1: key, 2: value } } }; each value is JSON. */
export function readParameters(message: Buffer): Json {
  const parameters: Json = {}
  eachField(Reader.create(message), (field, reader) => {
    if (field !== 2) return false
    eachField(nested(reader), (inner, pairs) => {
      if (inner !== 1) return false
      const { key, value } = readPair(nested(pairs))
      parameters[key] = parseJson(value)
      return true
    })
    return true
  })
  return parameters
}

function readPair(reader: Reader): { key: string; value: string } {
  const pair = { key: '', value: '' }
  eachField(reader, (field, bytes) => {
    if (field === 1) pair.key = bytes.string()
    else if (field === 2) pair.value = bytes.string()
    else return false
    return true
  })
  return pair
}

const nested = (reader: Reader): Reader => Reader.create(reader.bytes())

function eachField(reader: Reader, take: (field: number, reader: Reader) => boolean): void {
  while (reader.pos < reader.len) {
    const tag = reader.uint32()
    if (!take(tag >>> 3, reader)) reader.skipType(tag & 7)
  }
}

export interface OpenReply {
  bytes?: Buffer
  contentType?: string
  /** A failure of WeChat's gateway itself, such as a permission the function does not have. */
  errorCode?: number
}

/** CommOpenApiResp { 1: respData, 2: contentType, 3: errorCode, 4: httpCode } */
export function writeReply({
  bytes = Buffer.alloc(0),
  contentType = 'application/json',
  errorCode = 0,
}: OpenReply): Buffer {
  const writer = Writer.create()
  writer.uint32(10).bytes(bytes).uint32(18).string(contentType).uint32(24).int32(errorCode).uint32(32).uint32(200)
  return Buffer.from(writer.finish())
}
