import { greeting, type LanguagePack, NEVER, signOff, type Wording, word, words } from './language-pack.ts';

const wording: Wording = {
  greeting: (name) => (name ? `Olá, ${name}!` : 'Olá!'),
  thanks: 'Agradecemos o seu contato.',
  apology: 'Agradecemos o seu contato e pedimos desculpas pelo transtorno.',
  otherQuestion: 'Quanto à sua outra pergunta:',
  lastQuestion: 'E, por fim, a sua última pergunta:',
  readMore: 'Todos os detalhes estão aqui:',
  offerHelp: 'Se ainda restar alguma dúvida, basta responder a esta mensagem. Teremos prazer em ajudar.',
  signOff: (signature) => (signature ? `Atenciosamente,\n${signature}` : 'Atenciosamente'),
};

export const pt: LanguagePack = {
  language: 'pt',
  wording: { formal: wording, informal: wording },
  formalMarks: NEVER,
  informalMarks: NEVER,
  lowercaseAfterGreeting: false,
  greeting: greeting(
    'olá|oi|bom dia|boa (?:tarde|noite)|prezad[oa]s?|car[oa]s?|estimad[oa]s?',
    'a todos|cliente|clientes|senhora?|senhores|tudo bem|bom dia|boa tarde',
    'tudo (?:bem|bom)|como vai|espero que|esperamos que',
  ),
  signOff: signOff(
    'atenciosamente|cordialmente|(?:com os )?(?:melhores )?cumprimentos|um abraço|abraços?',
    'obrigad[oa]|muito obrigad[oa]|até (?:logo|breve)|tenha um .{0,30}|equip[ea] .{0,40}',
  ),
  opener:
    /^(?:(?:muito )?obrigad[oa]|agradecemos|agradeço)(?!\p{L})|^(?:(?:nós )?(?:lamentamos|sentimos muito|pedimos desculpas?|entendemos|compreendemos)|lamento|sinto muito|desculpe|peço desculpas?)(?!\p{L})/iu,
  offer: word(
    '(?:alguma|qualquer|outra|mais) (?:outra )?(?:dúvida|dúvidas|pergunta|perguntas)|não hesite|(?:estamos|ficamos|fico|estou) à (?:sua )?disposição|prazer em ajudar|precisar de (?:mais )?ajuda|conte conosco|entre em contato conosco novamente',
  ),
  complaint: word(
    'inaceitável|absurdo|vergonha|vergonhoso|péssim[oa]|horrível|golpe|fraude|decepcionad[oa]|desiludid[oa]|furios[oa]|irritad[oa]|reclamação|procon|advogado|terceira vez|ninguém (?:responde|resolve|me)|ridículo|nunca mais|descaso',
  ),
  claim:
    /(?<!\p{L})(?:reembolsei|cancelei|enviei|alterei|atualizei|encaminhei|solicitei|processei|corrigi|removi|verifiquei|adicionei|estornei)(?!\p{L})|(?<!\p{L})já \p{L}+(?:amos|emos|imos)(?!\p{L})|(?<!\p{L})(?:foi|foram) (?:reembolsad|cancelad|enviad|alterad|atualizad|processad|estornad|corrigid)[oa]s?(?!\p{L})/iu,
  conditional: word('se|quando|assim que|depois|após|até que|antes|caso'),
  stopWords: words(`
    que não uma uns umas dos das nos nas por com para mas como mais muito sem sobre entre quando onde quem qual este esta
    isto esse essa isso está estou estão estava foi ser sou são era tenho tem têm posso pode podem quero gostaria olá bom
    dia boa tarde noite obrigado obrigada abraços favor porque também ainda desde até faz fazer meu minha meus minhas seu
    sua seus suas você vocês eles ela algo nada tudo toda todos todas só aqui ali pelo pela pelos pelas num numa
  `),
};
