/** Places as rows: provinces for 老家, and each city with its districts. Streets and sites come as data of the city. */

export type PlaceLevel = 'province' | 'city' | 'district' | 'street'

/** GB/T 2260 codes: 2 digits for a province, 6 for a city or district; a street has 9 (its district and three more). */
export type PlaceRow = { id: string; name: string }

/** For the 老家 picker; keyed as GB/T 2260 writes the first two digits. */
export const provinces = {
  '11': { label: '北京' },
  '12': { label: '天津' },
  '13': { label: '河北' },
  '14': { label: '山西' },
  '15': { label: '内蒙古' },
  '21': { label: '辽宁' },
  '22': { label: '吉林' },
  '23': { label: '黑龙江' },
  '31': { label: '上海' },
  '32': { label: '江苏' },
  '33': { label: '浙江' },
  '34': { label: '安徽' },
  '35': { label: '福建' },
  '36': { label: '江西' },
  '37': { label: '山东' },
  '41': { label: '河南' },
  '42': { label: '湖北' },
  '43': { label: '湖南' },
  '44': { label: '广东' },
  '45': { label: '广西' },
  '46': { label: '海南' },
  '50': { label: '重庆' },
  '51': { label: '四川' },
  '52': { label: '贵州' },
  '53': { label: '云南' },
  '54': { label: '西藏' },
  '61': { label: '陕西' },
  '62': { label: '甘肃' },
  '63': { label: '青海' },
  '64': { label: '宁夏' },
  '65': { label: '新疆' },
  '71': { label: '台湾' },
  '81': { label: '香港' },
  '82': { label: '澳门' },
} as const satisfies Readonly<Record<string, { label: string }>>

export type ProvinceId = keyof typeof provinces

/** The four municipalities, whose districts stand directly under the province code. */
export const municipalities: readonly string[] = ['11', '12', '31', '50']

export type City = PlaceRow & { districts: readonly PlaceRow[]; source: string }

/** Another city is another row here; nothing else in the code names one. */
export const cities: Readonly<Record<string, City>> = {
  310000: {
    id: '310000',
    name: '上海市',
    source: 'GB/T 2260；modood/Administrative-divisions-of-China dist/areas.csv @57a0aa9ce',
    districts: [
      { id: '310101', name: '黄浦区' },
      { id: '310104', name: '徐汇区' },
      { id: '310105', name: '长宁区' },
      { id: '310106', name: '静安区' },
      { id: '310107', name: '普陀区' },
      { id: '310109', name: '虹口区' },
      { id: '310110', name: '杨浦区' },
      { id: '310112', name: '闵行区' },
      { id: '310113', name: '宝山区' },
      { id: '310114', name: '嘉定区' },
      { id: '310115', name: '浦东新区' },
      { id: '310116', name: '金山区' },
      { id: '310117', name: '松江区' },
      { id: '310118', name: '青浦区' },
      { id: '310120', name: '奉贤区' },
      { id: '310151', name: '崇明区' },
    ],
  },
}

export function isProvince(id: string): id is ProvinceId {
  return Object.keys(provinces).includes(id)
}

type Row = { level: PlaceLevel; name: string; parentId?: string }

const rows = new Map<string, Row>()
for (const [id, { label }] of Object.entries(provinces)) rows.set(id, { level: 'province', name: label })
for (const city of Object.values(cities)) {
  rows.set(city.id, { level: 'city', name: city.name, parentId: city.id.slice(0, 2) })
  for (const { id, name } of city.districts) rows.set(id, { level: 'district', name, parentId: city.id })
}

/** A street is known by its form alone, under a district we have. */
function rowOf(placeId: string): Row | undefined {
  const districtId = placeId.slice(0, 6)
  const isStreet = /^\d{9}$/.test(placeId) && rows.get(districtId)?.level === 'district'
  return isStreet ? { level: 'street', name: '', parentId: districtId } : rows.get(placeId)
}

export function levelOf(placeId: string): PlaceLevel | undefined {
  return rowOf(placeId)?.level
}

export function parentOf(placeId: string): string | undefined {
  return rowOf(placeId)?.parentId
}

/** Undefined for streets, whose names are data of the city, and for places we do not have. */
export function placeName(placeId: string): string | undefined {
  return rowOf(placeId)?.name || undefined
}

/** From the place up to its province: ['310101002', '310101', '310000', '31']. */
export function chainOf(placeId: string): string[] {
  const parentId = parentOf(placeId)
  if (parentId !== undefined) return [placeId, ...chainOf(parentId)]
  return levelOf(placeId) ? [placeId] : []
}
