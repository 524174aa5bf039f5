/** The keepsake poster and the certificate, drawn by hand on a canvas: a lit lantern in the night, and the words. */

export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'font'
  | 'textAlign'
  | 'fillRect'
  | 'strokeRect'
  | 'fillText'
  | 'beginPath'
  | 'arc'
  | 'fill'
  | 'stroke'
  | 'moveTo'
  | 'lineTo'
  | 'bezierCurveTo'
  | 'createRadialGradient'
  | 'createLinearGradient'
>

export const WIDTH = 600
export const HEIGHT = 860
const MIDDLE = WIDTH / 2
const MOST_SIGNS = 16

export type Keepsake = {
  readonly kind: 'poster' | 'certificate'
  readonly line: string
  readonly name: string
  readonly day: string
  readonly thanks: string | undefined
}

const lines = (text: string): string[] =>
  text.length <= MOST_SIGNS ? [text] : [text.slice(0, MOST_SIGNS), ...lines(text.slice(MOST_SIGNS))]

const write = (pen: Pen, text: string, y: number, font: string, colour: string): void => {
  pen.font = `${font} sans-serif`
  pen.fillStyle = colour
  pen.fillText(text, MIDDLE, y)
}

const drawLantern = (pen: Pen, x: number, y: number, size: number): void => {
  const glow = pen.createRadialGradient(x, y, 0, x, y, size * 1.9)
  glow.addColorStop(0, 'rgba(255,196,94,0.6)')
  glow.addColorStop(1, 'rgba(255,179,71,0)')
  pen.fillStyle = glow
  pen.beginPath()
  pen.arc(x, y, size * 1.9, 0, Math.PI * 2)
  pen.fill()
  const light = pen.createRadialGradient(x, y, 0, x, y, size)
  light.addColorStop(0, '#FFF3C9')
  light.addColorStop(0.5, '#FFC65C')
  light.addColorStop(1, '#E8642A')
  pen.fillStyle = light
  pen.beginPath()
  pen.moveTo(x - size * 0.45, y - size)
  pen.bezierCurveTo(x - size * 1.45, y - size * 0.7, x - size * 1.45, y + size * 0.7, x - size * 0.45, y + size)
  pen.lineTo(x + size * 0.45, y + size)
  pen.bezierCurveTo(x + size * 1.45, y + size * 0.7, x + size * 1.45, y - size * 0.7, x + size * 0.45, y - size)
  pen.fill()
  pen.fillStyle = '#FFD98A'
  pen.fillRect(x - size * 0.5, y - size * 1.16, size, size * 0.17)
  pen.fillRect(x - size * 0.5, y + size, size, size * 0.17)
  pen.fillRect(x - 2, y - size * 1.6, 4, size * 0.45)
  for (const at of [-0.2, 0, 0.2]) pen.fillRect(x + size * at - 2, y + size * 1.17, 4, size * 0.4)
}

const drawPoster = (pen: Pen, { line, day, thanks }: Keepsake): void => {
  const night = pen.createLinearGradient(0, 0, 0, HEIGHT)
  night.addColorStop(0, '#5A1D1C')
  night.addColorStop(1, '#24100F')
  pen.fillStyle = night
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  drawLantern(pen, MIDDLE, 260, 110)
  write(pen, '福', 288, 'bold 80px', '#8E1B14')
  write(pen, '我点亮了一个心愿', 520, 'bold 44px', '#FFF1DC')
  write(pen, line, 576, '30px', '#FFD98A')
  const said = lines(thanks ? `“${thanks}”` : '东西送到了，年味也送到了。')
  for (const [at, text] of said.entries()) write(pen, text, 646 + at * 38, '26px', '#E3C7B8')
  write(pen, `${day} · 暖沪 点亮微心愿`, HEIGHT - 44, '22px', '#E3C7B8')
}

const drawCertificate = (pen: Pen, { line, name, day }: Keepsake): void => {
  pen.fillStyle = '#FFF8F1'
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  pen.strokeStyle = '#C8281E'
  pen.lineWidth = 6
  pen.strokeRect(24, 24, WIDTH - 48, HEIGHT - 48)
  pen.lineWidth = 2
  pen.strokeRect(36, 36, WIDTH - 72, HEIGHT - 72)
  drawLantern(pen, MIDDLE, 190, 56)
  write(pen, '点亮微心愿 证书', 380, 'bold 44px', '#8E1B14')
  write(pen, name, 466, 'bold 36px', '#241A15')
  write(pen, '为留在城里过年的人', 532, '28px', '#241A15')
  write(pen, `送上${line}`, 576, '28px', '#241A15')
  write(pen, `${day}送到手上`, 620, '28px', '#241A15')
  write(pen, '谢谢您让他乡有年味', 700, 'bold 28px', '#C8281E')
  write(pen, '暖沪 · 工会点亮微心愿', HEIGHT - 72, '22px', '#5C4F47')
}

export const drawKeepsake = (pen: Pen, keepsake: Keepsake): void => {
  pen.textAlign = 'center'
  if (keepsake.kind === 'poster') drawPoster(pen, keepsake)
  else drawCertificate(pen, keepsake)
}
