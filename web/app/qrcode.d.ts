/** The part of the qrcode package that we use: the squares, without any of its drawing. */
declare module 'qrcode/lib/core/qrcode.js' {
  export const create: (
    text: string,
    options: { readonly errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
  ) => { readonly modules: { readonly size: number; get(row: number, column: number): 0 | 1 } };
}
