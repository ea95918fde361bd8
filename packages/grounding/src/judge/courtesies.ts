import { fold } from '@draftsmith/letters';

/** A letter's beginnings and ends: nothing in them is a claim, names included. */
const FRAME: Readonly<Record<string, RegExp>> = {
  en: /^(?:(?:dear|hi|hello|hey|greetings|good (?:morning|afternoon|evening|day))\b[^.!?]{0,50}$|(?:dear|hi|hello|hey)\b[^.!?]{0,40}[,!]|(?:best|kind|warm(?:est)?|many|with best|with kind) (?:regards|wishes|thanks)|regards|sincerely|yours|cheers|best,|all the best|take care|have a (?:great|nice|good|lovely|wonderful|pleasant)|warmly|respectfully|the .{0,40} team\W*$|your .{0,40} team\W*$|(?:customer|support) (?:service|support|team))/,
  de: /^(?:(?:sehr geehrte|liebe|lieber|hallo|guten (?:tag|morgen|abend)|moin|servus|gruss gott)\b.{0,60}$|hallo\b.{0,30}[,!]|(?:mit )?(?:freundliche|beste|viele|liebe|herzliche|schone)[nr]? (?:gruss|grusse|wunsche)|ihr .{0,40}team\W*$|ihr kundenservice|hochachtungsvoll|schonen tag|einen schonen|alles gute|mfg|lg\b)/,
  fr: /^(?:(?:bonjour|bonsoir|cher|chere|chers|madame|monsieur|salut)\b.{0,60}$|(?:bien )?cordialement|(?:meilleures |sinceres )?salutations|bien a vous|sinceres salutations|l.equipe\b.{0,50}$|votre equipe.{0,40}$|bonne (?:journee|soiree|semaine|continuation)|excellente journee|(?:je|nous) vous (?:souhaite|prie d.agreer)|veuillez agreer|a bientot)/,
  es: /^(?:(?:hola|estimad[oa]s?|querid[oa]s?|buenos dias|buenas (?:tardes|noches)|buen dia)\b.{0,60}$|(?:un )?(?:cordial(?:es)? )?saludos?\b|atentamente|cordialmente|el equipo\b.{0,50}$|su equipo\b|que tenga|le deseamos|feliz dia|un abrazo)/,
  pt: /^(?:(?:ola|oi|prezad[oa]s?|car[oa]s?|estimad[oa]s?|bom dia|boa (?:tarde|noite))\b.{0,60}$|atenciosamente|cordialmente|(?:com os )?(?:melhores )?cumprimentos|abracos?|um abraco|a equip[ea]\b.{0,50}$|sua equip[ea]\b|tenha um|desejamos|ate breve)/,
  ru: /^(?:(?:здравствуйте|привет|добрый (?:день|вечер)|доброе утро|доброго (?:дня|времени)|уважаем(?:ый|ая|ые))(?![а-я]).{0,60}$|с (?:уважением|наилучшими)|(?:всего|самого) (?:доброго|хорошего|наилучшего)|хорошего (?:дня|вечера)|ваша команда|команда (?:поддержки|[^ ]{1,30})\W*$|служба поддержки\W*$|удачного дня)/,
};

/** Thanks, apologies, offers of help, lead-ins: free of claims unless they hold figures or a promise. */
const MANNERS: Readonly<Record<string, RegExp>> = {
  en: /^(?:thank(?:s| you)|many thanks|(?:we|i) (?:really )?(?:appreciate|understand|hear you|apologi[sz]e|hope|'m sorry|am sorry|are sorry|'re sorry|would be (?:happy|glad)|'d be (?:happy|glad)|am (?:happy|glad)|are (?:happy|glad|here)|look forward|trust)|we'(?:re|d) (?:sorry|here|happy|glad|be)|i'(?:m|d) (?:sorry|here|happy|glad|be)|(?:so )?sorry|(?:our|my|please accept our) (?:sincere )?apologies|apologies|please (?:let (?:us|me) know|do not hesitate|don't hesitate|feel free|accept|bear with)|(?:do not|don't) hesitate|feel free|let (?:us|me) know|just (?:reply|let|write)|if you (?:have|need|still have|should have|run into|would like|want|get stuck)\b.{0,60}(?:question|help|assistance|anything|else|trouble|concern|further|more)|(?:if|should) anything (?:is|be|remains|was)\b.{0,60}|(?:is|was) there anything|here (?:is|are|'s) (?:what|how|the|some|a|your)|here's (?:what|how|the)|(?:great|good) (?:question|news)|i hope|hope (?:this|that)|happy to help|glad to|you're welcome|you are welcome|no (?:problem|worries)|of course|sure\b.{0,15}$|certainly\b.{0,15}$|absolutely\b.{0,15}$|as (?:requested|promised)|below|(?:in|to) (?:short|summary|sum up)\b.{0,3}$|(?:welcome|congratulations)|we look forward|looking forward|any (?:other|further|more) questions|should you (?:have|need)|reply to this|we are (?:always )?here|i am (?:always )?here|your (?:patience|understanding|feedback) )/,
  de: /^(?:(?:vielen |herzlichen |besten )?dank|danke|wir (?:bedanken|danken|freuen|entschuldigen|bedauern|verstehen|hoffen|stehen ihnen|helfen)|ich (?:bedanke|danke|freue|entschuldige|bedaure|verstehe|hoffe|helfe|stehe)|es tut (?:mir|uns)|die unannehmlichkeiten tun (?:mir|uns) leid|(?:bitte )?entschuldigen|entschuldigung|leider verstehe|gerne? (?:helfe|helfen|beantworte|beantworten|unterstutze|geschehen|erklare|stehe)|natur?lich\b.{0,20}$|selbstverstandlich\b.{0,20}$|bei (?:weiteren |ruckfragen|fragen)|(?:sollten|wenn|falls) (?:sie|noch|weitere|du).{0,60}(?:frage|hilfe|unterstutzung|ruckfrage|unklar)|melden sie sich|zogern sie nicht|lassen sie (?:es )?(?:uns|mich)|hier (?:ist|sind|finden|die)|(?:das ist eine )?gute frage|schon,? dass|kein problem|haben sie noch|wir sind (?:gerne|jederzeit) )/,
  fr: /^(?:(?:nous vous |je vous )?(?:remerci|merci)|merci|(?:nous sommes|je suis) (?:desole|navre|ravi|heureu|a votre|la pour|conscient)|(?:nous|je) (?:comprend|regrett|present|espere|reste|demeur|vous present|m.excuse|nous excus)|(?:toutes )?(?:nos|mes) excuses|desole|veuillez (?:nous )?excuser|n.hesitez pas|si vous avez (?:d.autres|des|la moindre|une|encore|besoin)|pour toute (?:autre |question)|si (?:un point|quelque chose) (?:reste|n.est pas)\b.{0,60}|en cas de (?:question|besoin)|voici|bien sur\b.{0,20}$|avec plaisir|bonne question|nous restons|nous serons ravis|dites-(?:nous|moi)|faites-le|je reste|a votre disposition|avez-vous d.autres|je vous en prie|pas de probleme)/,
  es: /^(?:(?:muchas |mil )?gracias|(?:le|te|les|os) agradec|agradecemos|(?:lo )?(?:lamentamos|sentimos|siento|lamento)|(?:le |te |les )?pedimos (?:disculpas|perdon)|disculp|(?:entendemos|comprendemos|entiendo|comprendo|esperamos|espero)|(?:estamos|estoy|quedamos|quedo) (?:a su|a tu|aqui|encantad|para|atent)|no (?:dude|dudes|duden)|si (?:tiene|tienes|necesita|necesitas|[lt]es? queda|os queda|desea).{0,60}(?:duda|pregunta|ayuda|consulta|algo mas|mas)|(?:aqui|a continuacion)(?: le| te)? (?:tiene|esta|van|encontrara|detall|indic|explic)|claro\b.{0,20}$|por supuesto\b.{0,20}$|con (?:mucho )?gusto|buena pregunta|para cualquier|ante cualquier|cualquier (?:duda|otra)|de nada|sera un placer|haganos saber|haznos saber|hay algo mas)/,
  pt: /^(?:(?:muito )?obrigad|agradec|(?:lamentamos|sentimos|lamento|sinto)|(?:pedimos|peco) (?:desculpa|perdao)|desculp|(?:entendemos|compreendemos|entendo|compreendo|esperamos|espero)|(?:estamos|estou|ficamos|fico) (?:a sua|a disposicao|a tua|aqui|felizes|feliz|content|ao dispor|a inteira)|nao hesite|se (?:tiver|precisar|ainda|houver|restar|desejar).{0,60}(?:duvida|pergunta|ajuda|algo mais|questao|questoes|mais)|(?:aqui|abaixo|segue|seguem) (?:esta|estao|tem|vao|abaixo|as|os|o|a)|claro\b.{0,20}$|com (?:todo o )?prazer|com certeza\b.{0,20}$|boa pergunta|qualquer (?:duvida|outra)|em caso de duvida|de nada|sera um prazer|ter(?:ei|emos) (?:todo o |muito )?(?:gosto|prazer) em|conte conosco|conte connosco|ha algo mais|posso ajudar)/,
  ru: /^(?:(?:большое )?спасибо|благодар|(?:мы |я )?(?:приносим|прошу|просим|приношу|сожалеем|сожалею|понимаем|понимаю|надеемся|надеюсь|рады|рад |рада |будем рады|буду рад|всегда рады|всегда готовы|готовы помочь|извиняемся)|нам (?:очень |искренне )?жаль|(?:мне )?(?:очень )?жаль|извините|простите|пожалуйста,? (?:дайте|сообщите нам|обращайтесь|не стесняйтесь)|не стесняйтесь|(?:если|в случае).{0,30}(?:вопрос|помощь|помочь|трудност|неясн|непонятн)|обращайтесь|напишите нам,? если|вот (?:что|как|ответ|инструкц|порядок)|ниже|конечно.{0,20}$|с (?:удовольствием|радостью)|хороший вопрос|остались вопросы|дайте (?:нам |мне )?знать|обязательно поможем|мы (?:всегда )?(?:рядом|на связи|здесь))/,
};

/** A commitment takes a courtesy its freedom: "Sorry for that, we will refund you." */
const COMMITS =
  /\b(?:we will|we'll|i will|i'll|we have|we are going to|you will (?:get|receive|be)|you'll (?:get|receive|be)|you are entitled|wir (?:werden|erstatten|ersetzen|schenken|geben|gewahren)|sie (?:erhalten|bekommen)|nous (?:allons|vous (?:rembours|offr|envoy))|vous (?:recevrez|aurez|serez)|(?:le|te) (?:reembolsaremos|enviaremos|devolveremos|ofrecemos|daremos)|recibira|vamos|iremos|recebera|reembolsaremos)\b|(?<!\p{L})(?:мы (?:вернем|возместим|заменим|предоставим|дарим)|вы получите|вернем|возместим|компенсируем)(?!\p{L})/u;

/** "I am sorry to say that …", "we are happy to confirm that …": what follows is said, however kindly. */
const SAYS =
  /(?<!\p{L})(?:say|tell you|inform you|confirm|announce|mitteilen|mitzuteilen|sagen|bestatigen|informieren|dire|informer|confirmer|annoncer|decirle|informarle|confirmarle|comunicarle|dizer|informar|confirmar|comunicar|сообщить|подтвердить|сказать|информировать)(?: zu (?:konnen|mussen)| de| вам)?,? (?:that|dass|que|qu'|что)(?!\p{L})/u;

export type Courtesy = 'frame' | 'manners' | 'question' | 'none';

/** What a sentence is when it is no statement. */
export function courtesyOf(sentence: string, language: string): Courtesy {
  const text = fold(sentence)
    .replaceAll('’', "'")
    .replace(/^[¿¡"'«“(*_\s-]+/, '')
    .trim();
  const frame = FRAME[language] ?? FRAME.en;
  if (frame?.test(text)) return 'frame';
  const asks = /[?？]["')\]]*$/.test(text);
  if (asks) return 'question';
  if (SAYS.test(text)) return 'none';
  const manners = MANNERS[language] ?? MANNERS.en;
  // "Thanks, and by the way we …": a courtesy with a second half is read as a statement.
  if (manners?.test(text)) return 'manners';
  return text.endsWith(':') && text.split(/\s+/).length <= 12 ? 'manners' : 'none';
}

export function commits(sentence: string): boolean {
  return COMMITS.test(fold(sentence).replaceAll('’', "'"));
}
