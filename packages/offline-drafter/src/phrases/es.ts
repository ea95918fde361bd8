import { greeting, type LanguagePack, signOff, type Wording, word, words } from './language-pack.ts';

const salutation = (name: string | undefined): string => (name ? `Hola, ${name}:` : 'Hola:');

const formal: Wording = {
  greeting: salutation,
  thanks: 'Gracias por ponerse en contacto con nosotros.',
  apology: 'Gracias por avisarnos. Lamentamos mucho las molestias que esto le ha causado.',
  otherQuestion: 'En cuanto a su otra consulta:',
  lastQuestion: 'Y sobre su última consulta:',
  readMore: 'Encontrará todos los detalles aquí:',
  offerHelp: 'Si le queda alguna duda, responda a este mensaje y le ayudaremos con mucho gusto.',
  signOff: (signature) => (signature ? `Un cordial saludo,\n${signature}` : 'Un cordial saludo'),
};

const informal: Wording = {
  greeting: salutation,
  thanks: 'Gracias por ponerte en contacto con nosotros.',
  apology: 'Gracias por avisarnos. Sentimos mucho las molestias que esto te ha causado.',
  otherQuestion: 'En cuanto a tu otra consulta:',
  lastQuestion: 'Y sobre tu última consulta:',
  readMore: 'Encontrarás todos los detalles aquí:',
  offerHelp: 'Si te queda alguna duda, responde a este mensaje y te ayudaremos con mucho gusto.',
  signOff: (signature) => (signature ? `Un saludo,\n${signature}` : 'Un saludo'),
};

export const es: LanguagePack = {
  language: 'es',
  wording: { formal, informal },
  formalMarks: word(
    'usted|ustedes|su|sus|le|encontrará|recibirá|podrá|deberá|tendrá|desea|escríbanos|respóndanos|envíenos|díganos|avísenos|póngase|abra|pulse|elija|seleccione|haga|introduzca|revise|compruebe|adjunte|acceda|inicie|deje|mida|lleve|pruebe|escriba|quite|mantenga|toque|pida|espere|indique|vuelva|póngase',
    'giu',
  ),
  informalMarks: word(
    'tú|tu|tus|ti|te|contigo|\\p{L}+(?:ar|er|ir|dr)ás|puedes|tienes|quieres|debes|necesitas|has|ves|eres|estás|recibes|escríbenos|respóndenos|envíanos|mándanos|cuéntanos|indícanos|dinos|avísanos|ponte|abre|pulsa|deja|desenchufa|enchufa|mide|lleva|llévala|llévalo|prueba|escribe|quita|mantén|toca|contéstanos|cámbiala|cámbialo|pide|espera|mira|ve|vuelve|elige|selecciona|haz|introduce|revisa|comprueba|adjunta|accede|inicia',
    'giu',
  ),
  lowercaseAfterGreeting: false,
  greeting: greeting(
    'hola|buen(?:os|as) (?:días|tardes|noches)|estimad[oa]s?|querid[oa]s?|apreciad[oa]s?|saludos',
    'a todos|cliente|clienta|clientes|señora?|señores|amig[oa]|de nuevo|buen(?:os|as) (?:días|tardes|noches)|qué tal',
    '¿?(?:cómo|como) est[áa]s?|¿?qué tal|espero que|esperamos que',
  ),
  signOff: signOff(
    '(?:reciba un |te enviamos un |le enviamos un |un )(?:cordial |afectuoso )?saludo|(?:muchos |cordiales )?saludos(?: cordiales)?|atentamente|cordialmente|un abrazo',
    'gracias|muchas gracias|que (?:tenga|tengas) .{0,30}',
  ),
  opener:
    /^(?:muchas |mil )?gracias(?: de antemano)? por(?!\p{L})|^(?:(?:nosotros )?(?:lamentamos|sentimos|comprendemos|entendemos)|lamento|siento|le pedimos disculpas|te pedimos disculpas|pedimos disculpas|disculp[ae]|le agradecemos|te agradecemos|agradecemos)(?!\p{L})/iu,
  offer: word(
    'alguna (?:otra )?(?:duda|pregunta|consulta)|más (?:dudas|preguntas|ayuda)|otras? (?:duda|pregunta|consulta)s?|no dude en|no dudes en|estamos (?:aquí|a su disposición|a tu disposición|para ayudar\\p{L}*)|quedamos a|con (?:mucho )?gusto|encantad[oa]s de ayudar\\p{L}*',
  ),
  complaint: word(
    'inaceptable|vergüenza|vergonzoso|indignante|indignad[oa]|hart[oa]|estafa|pésim[oa]|horrible|fatal|desastre|decepcionad[oa]|enfadad[oa]|furios[oa]|queja|reclamación|abogado|tercera vez|nadie (?:responde|contesta|me)|increíble|nunca más|tomadura de pelo',
  ),
  claim:
    /(?<!\p{L})(?:he|hemos)(?: ya)? (?!recibido|visto)\p{L}+(?:ado|ido|cho|sto|erto)(?!\p{L})|(?<!\p{L})(?:ha|han) sido \p{L}+(?:ad|id)[oa]s?(?!\p{L})|(?<!\p{L})ya (?:está|están|queda|quedan) (?:tramitad|enviad|cancelad|reembolsad|actualizad|modificad)[oa]s?/iu,
  conditional: word('si|cuando|una vez|en cuanto|después de|hasta que|antes de'),
  stopWords: words(`
    que los las una uno unos unas del por con para pero como más mas muy sin sobre entre cuando donde quien cual este
    esta esto estos estas ese esa eso hay han has está estoy están estaba fue ser soy son era tengo tiene tienen puedo
    puede pueden quiero quisiera hola buenos días buenas tardes gracias saludos favor porque también todavía aún desde
    hasta hace hacer hago mis sus les nos ustedes usted ellos ella algo nada todo toda todos solo sólo cómo qué cuándo
  `),
};
