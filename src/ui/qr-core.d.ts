/** The drawing-free core of `qrcode`, which its own types leave out. */
declare module 'qrcode/lib/core/qrcode' {
  export function create(
    text: string,
    options?: { readonly errorCorrectionLevel?: 'L' | 'M' | 'Q' | 'H' },
  ): { readonly modules: { readonly size: number; get(row: number, column: number): number } }
}
