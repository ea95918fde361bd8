import { fileURLToPath } from 'node:url';
import type { TFontDictionary } from 'pdfmake';

const file = (name: string) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans/${name}/NotoSans_${name}.ttf`));

/** Latin, Cyrillic and Greek in one design; every PDF carries the few letters that it uses. */
export const FONTS = {
  NotoSans: {
    normal: file('400Regular'),
    bold: file('600SemiBold'),
    italics: file('400Regular_Italic'),
    bolditalics: file('600SemiBold_Italic'),
  },
} satisfies TFontDictionary;
