/** Promises that no source of the corpus makes, put in the place of a true sentence. */
export const INVENTED_PROMISES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'We will send you a voucher as an apology.',
    'You will receive compensation for the delay.',
    'You are legally entitled to damages.',
    'We will reply immediately.',
  ],
  de: [
    'Als Entschuldigung schenken wir Ihnen einen Gutschein.',
    'Sie erhalten eine Entschädigung für die Verspätung.',
    'Sie haben gesetzlich Anspruch auf Schadenersatz.',
  ],
  fr: [
    "Nous vous offrons un bon d'achat en guise d'excuse.",
    'Vous recevrez une indemnisation pour le retard.',
    'La loi vous donne droit à un dédommagement.',
  ],
  es: [
    'Le enviaremos un cupón como disculpa.',
    'Recibirá una compensación por el retraso.',
    'La ley le da derecho a una indemnización.',
  ],
  pt: [
    'Vamos enviar um cupom como pedido de desculpa.',
    'Receberá uma compensação pelo atraso.',
    'A lei dá-lhe direito a uma indemnização.',
  ],
  ru: [
    'В качестве извинения мы дарим вам промокод.',
    'Вы получите компенсацию за задержку.',
    'По закону вам положено возмещение ущерба.',
  ],
};
