/** The drawing-free core of `qrcode`, which its own types leave out. */
declare module 'qrcode/lib/core/qrcode' {
  export function create(
    segments: readonly { readonly data: readonly number[]; readonly mode: 'byte' }[],
    options?: { readonly errorCorrectionLevel?: 'L' | 'M' | 'Q' | 'H' },
  ): { readonly modules: { readonly size: number; get(row: number, column: number): number } }
}
