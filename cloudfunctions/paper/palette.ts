/** The house colours as they print; each pair of ground and ink also stands apart in grey. */
export const palette = {
  paper: '#FFF8F1',
  card: '#FFFFFF',
  ink: '#241A15',
  ink2: '#5C4F47',
  line: '#EADFD4',
  red: '#C8281E',
  deep: '#8E1B14',
  redTint: '#FDECE6',
  gold: '#F6C65B',
  goldInk: '#8A5200',
  goldTint: '#FFF2D9',
  moon: '#FFE7B8',
  night: '#2A1216',
} as const
