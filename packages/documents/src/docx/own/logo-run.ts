import type { Logo } from '../../logo/read-logo.ts';

/** English Metric Units in a point. */
const EMU = 12_700;
const BOX = { width: 190, height: 60 };

/** A picture in the line, as large as on the PDF. */
export function logoRun({ width, height }: Logo, relation: string): string {
  const scale = Math.min(BOX.width / width, BOX.height / height) * EMU;
  const size = `cx="${Math.max(1, Math.round(width * scale))}" cy="${Math.max(1, Math.round(height * scale))}"`;
  const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
  return [
    `<w:r><w:drawing><wp:inline xmlns:wp="${drawing}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">`,
    `<wp:extent ${size}/><wp:docPr id="1" name="Logo"/>`,
    `<a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/picture">`,
    `<pic:pic xmlns:pic="${drawing}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr>`,
    `<pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`,
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
  ].join('');
}
