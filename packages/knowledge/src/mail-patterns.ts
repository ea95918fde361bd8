/** How mail programs introduce the message that is quoted below, one line or two joined by a space. */
export const QUOTE_INTRODUCTIONS: readonly RegExp[] = [
  /^On\s.{6,200}\swrote:$/i,
  /^(?:Am|Den|Um)\s.{6,200}\sschrieb(?:\s.{1,120})?:$/i,
  /^El\s.{6,200}\sescribi[óo](?:\s.{1,120})?:$/i,
  /^(?:\S.{6,200}\s)?(?:пишет|писал|писала|написал|написала|написал\(а\)|пише|написав|написав\(ла\)):$/i,
  /^Le\s.{6,200}\sa\s[ée]crit\s?:$/i,
  /^(?:Em|A)\s.{6,200}\sescreveu(?:\s.{1,120})?:$/i,
  /^Il\s.{6,200}\sha\sscritto:$/i,
  /^Op\s.{6,200}\sschreef(?:\s.{1,120})?:$/i,
  /^W\s?dniu\s.{6,200}\snapisa[łl]\(?a?\)?:$/i,
  /^(?:Dnia\s)?.{6,200}\snapisa[łl](?:\(a\)|a)?:$/i,
];

/** Lines that alone mark everything below as an older message. */
export const QUOTE_SEPARATORS: readonly RegExp[] = [
  /^[-_\s]{2,}\s?(?:Original Message|Forwarded message|Original-Nachricht|Ursprüngliche Nachricht|Weitergeleitete Nachricht|Mensaje original|Mensaje reenviado|Исходное сообщение|Пересылаемое сообщение|Пересланное сообщение|Message d'origine|Message transféré|Mensagem original|Mensagem encaminhada|Messaggio originale|Oorspronkelijk bericht|Oryginalna wiadomość)\s?[-_\s]{2,}$/i,
  /^(?:Begin forwarded message|Anfang der weitergeleiteten Nachricht|Inicio del mensaje reenviado|Начало переадресованного сообщения|Début du message transféré):$/i,
  /^##-\s?.{5,120}\s?-##$/, // Zendesk's own "Please type your reply above this line"
];

/** What phones and mail programs add by themselves. */
export const DELIVERY_FOOTERS: readonly RegExp[] = [
  /^(?:Sent|Get|Gesendet|Von meinem|Enviado|Отправлено|Envoyé|Inviato|Verstuurd|Wysłane|Wysłano|Надіслано)\s.{0,24}(?:iPhone|iPad|Android|Outlook|Samsung|Galaxy|Huawei|Xiaomi|Yahoo|Mail\.ru|Gmail|Proton|Smartphone|Handy|mobile|móvil|mobil|celular|телефона|Яндекс\S*|почты)\b.{0,60}$/iu,
  /^(?:Отправлено|Надіслано)\s(?:с|из|от|з)\s.{2,50}$/iu,
  /^Get Outlook for .{2,20}$/i,
  /^(?:Diese E-Mail wurde von meinem|Von meinem).{2,40}gesendet\.?$/i,
];

/** A line that closes a letter; at most a name and an address block follow. */
export const SIGN_OFFS: readonly RegExp[] = [
  /^(?:(?:kind|best|warm|many|with (?:kind|best)|my best)\s)?regards[,.!]?$/i,
  /^(?:best wishes|best|cheers|sincerely|yours sincerely|yours truly|yours faithfully|respectfully)[,.!]?$/i,
  /^(?:thanks|thank you|many thanks|thx)(?: again| in advance| so much| very much)?[,.!]*$/i,
  /^(?:mit )?(?:freundlichen?|besten?|herzlichen?|lieben?|viele[n]?|schöne[n]?)\s(?:gr(?:ü|u|ue)(?:ß|ss)en?|dank)[,.!]?$/i,
  /^(?:mfg|lg|vg|gruß|grüße|hochachtungsvoll|danke(?: im voraus)?|vielen dank(?: im voraus)?)[,.!]?$/i,
  /^(?:un |reciba un |saludos?)\s?(?:cordial |cordiales|atento |atentos|saludo)*\s?(?:saludo)?[,.!]?$/i,
  /^(?:atentamente|cordialmente|(?:muchas )?gracias(?: de antemano| por adelantado)?)[,.!]?$/i,
  /^с (?:уважением|наилучшими пожеланиями|благодарностью)[,.!]?(?:\s\S+){0,4}$/iu,
  /^(?:заранее )?(?:спасибо|благодарю)(?: заранее| большое)?[,.!]*$/iu,
  /^(?:всего доброго|всего хорошего)[,.!]?$/iu,
  /^(?:bien |très )?(?:cordialement|à vous|sincèrement)[,.!]?$/i,
  /^(?:merci(?: d'avance| beaucoup)?|bien à vous|salutations(?: distinguées)?|meilleures salutations)[,.!]?$/i,
  /^(?:atenciosamente|cumprimentos|com os melhores cumprimentos|att|abraços?|(?:muito )?obrigad[oa](?: desde já)?)[,.!]?$/i,
  /^(?:cordiali saluti|distinti saluti|grazie(?: mille)?|met vriendelijke groet(?:en)?|groet(?:en|jes)?|pozdrawiam|z poważaniem|з повагою)[,.!]?$/i,
];
