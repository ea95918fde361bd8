import { greeting, type LanguagePack, signOff, type Wording, word, words } from './language-pack.ts';

const salutation = (name: string | undefined): string => (name ? `Bonjour ${name},` : 'Bonjour,');

const formal: Wording = {
  greeting: salutation,
  thanks: 'Merci de nous avoir contactés.',
  apology: 'Merci pour votre message. Nous sommes désolés pour la gêne occasionnée.',
  otherQuestion: 'Concernant votre autre question :',
  lastQuestion: 'Enfin, concernant votre dernière question :',
  readMore: 'Vous trouverez tous les détails ici :',
  offerHelp:
    'Si un point reste à éclaircir, il vous suffit de répondre à ce message : nous vous aiderons avec plaisir.',
  signOff: (signature) => (signature ? `Bien cordialement,\n${signature}` : 'Bien cordialement'),
};

const informal: Wording = {
  greeting: salutation,
  thanks: 'Merci de nous avoir contactés.',
  apology: 'Merci pour ton message. Nous sommes désolés pour la gêne occasionnée.',
  otherQuestion: 'Concernant ton autre question :',
  lastQuestion: 'Enfin, concernant ta dernière question :',
  readMore: 'Tu trouveras tous les détails ici :',
  offerHelp: 'Si un point reste à éclaircir, il te suffit de répondre à ce message : nous t’aiderons avec plaisir.',
  signOff: (signature) => (signature ? `À bientôt,\n${signature}` : 'À bientôt'),
};

export const fr: LanguagePack = {
  language: 'fr',
  wording: { formal, informal },
  formalMarks: word('vous|votre|vos', 'giu'),
  informalMarks: word('tu|te|toi|ton|ta|tes', 'giu'),
  lowercaseAfterGreeting: false,
  greeting: greeting(
    'bonjour|bonsoir|salut|coucou|chère?s?|madame|monsieur',
    'madame|monsieur|à tous|cliente?|clients|et',
    "(?:j['’]|nous )espér(?:e|ons) que|comment allez-vous|comment vas-tu",
  ),
  signOff: signOff(
    '(?:bien |très )?cordialement|(?:bien )?sincèrement|respectueusement|(?:meilleures |sincères )?salutations(?: distinguées)?|bien à (?:vous|toi)|à (?:très )?bientôt',
    "(?:très )?bonne (?:journée|soirée)|(?:très )?belle journée|l['’]équipe .{0,40}|merci",
  ),
  opener:
    /^(?:(?:un grand )?merci|(?:nous (?:vous|te) )?remercions|nous (?:vous|te) remercions|je (?:vous|te) remercie)(?!\p{L})|^(?:nous sommes|je suis) (?:sincèrement |vraiment |très )?(?:désolée?s?|navrée?s?)|^(?:toutes nos excuses|nos excuses|veuillez nous excuser|nous (?:vous|te) prions de|nous comprenons|désolée?s?)(?!\p{L})/iu,
  offer: word(
    "(?:d['’])?autres? questions?|toute (?:autre )?question|(?:n['’])?hésitez pas|(?:n['’])?hésite pas|à (?:votre|ta) (?:entière )?disposition|avec plaisir|besoin d['’]aide|restons (?:joignables|disponibles)",
  ),
  complaint: word(
    'inadmissible|inacceptable|scandaleux|honteux|honte|arnaque|furieuse?|colère|déçue?s?|lamentable|catastrophique|catastrophe|ras[ -]le[ -]bol|marre|plainte|avocat|troisième fois|personne ne (?:répond|me)|incroyable|plus jamais|horrible',
  ),
  claim:
    /(?<!\p{L})(?:j['’]ai|nous avons)(?: bien| déjà| également| aussi)* (?!reçu|pris)\p{L}+(?:é|i|u|is|it)(?:e?s?)(?!\p{L})|(?<!\p{L})(?:a|ont)(?: bien| déjà)* été \p{L}+(?:é|i|u|is|it)(?:e?s?)(?!\p{L})/iu,
  conditional: word('si|quand|lorsque|lorsqu|dès que|une fois|après|avant|jusqu'),
  stopWords: words(`
    les des une est pas que qui pour dans avec sur par plus mais vous nous votre vos notre nos mon mes mais ont été être
    avoir fait faire suis sont était cette ces cet aux son ses leur leurs elle elles ils tout tous toute toutes très bien
    aussi encore alors donc comme quand comment pourquoi quel quelle quels sans sous chez depuis bonjour merci cordialement
    madame monsieur voici voilà peut pouvez puis peux veux voudrais souhaite avez j'ai n'ai c'est qu'il
  `),
};
