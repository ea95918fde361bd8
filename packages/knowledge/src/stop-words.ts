import { fold } from '@draftsmith/letters';

/**
 * Function words and the courtesies of letters: they carry grammar and manners, not the subject, so they would make
 * every question match every passage. Short lists written for support mail; question words stay out of the index too.
 */
const LISTS: Readonly<Record<string, string>> = {
  en: `a about above after again against all also always am an and any anybody anyone anything are aren as at be because been
    before being below between both but by can cannot could couldn did didn do does doesn doing don done down during each
    either else ever every few for from further get gets getting go goes going got had hadn has hasn have haven having he her here hers
    him himself his how however i if in into is isn it its itself just let like ll lot make many may maybe me might mine
    more most much must my myself need needs never no nor not now of off on once one only or other our ours ourselves out over own
    per please quite rather re really s same see shall she should shouldn since so some somebody someone something soon still such sure t
    than that the their theirs them themselves then there these they thing things think this those though through to too
    under until up us use used using ve very via want wanted wants was wasn way we well were weren what whatever when where whether
    which while who whom whose why will with within without won would wouldn yes yet you your yours yourself
    hi hello hey dear sir madam team thanks thank thx regards best kind kindly sincerely cheers greetings ask asking question
    wonder wondering know tell help helping assist assistance support hope look looking forward appreciate possible able try tried trying
    good morning afternoon evening ok okay today yesterday`,
  ru: `а без более больше будем будет будете будто буду будут бы был была были было быть в вам вами вас ваш ваша ваше вашего вашей
    вашем ваши вашим вашу весь во вот впрочем все всего всегда всей всем всех всю вся вы где да даже два для до другой его ее ей ему если есть
    еще ещё ж же за зачем здесь и из или им ими иногда их к каждый как какая какие какой каком какую когда которая которого
    которое которой который которые которых кто куда ли либо лучше между меня мне много может можем можете можно мной мои мой мою моя моей моего моем моих мы на над
    надо наконец нам нами нас наш наша наши не него нее ней нельзя нем нет ни нибудь никогда ним них ничего но ну нужно нужна нужен нужны о об один
    однако он она они оно опять от очень перед по под после потом потому почему почти при про просто раз разве с сам сама сами
    свой своего своей свои своих свою своя себе себя сегодня сейчас сказал со совсем так также такая такие такой там тебе тебя
    тем теперь то тобой тогда того тоже той только том тот тот ту тут ты у уже хоть хотя хочу хотел хотела хотелось чего чей чем через что
    чтоб чтобы чуть эта эти этим этих это этого этой этом этому этот эту я вообще именно пока пусть
    здравствуйте привет добрый добрая доброе день дня вечер утро спасибо благодарю пожалуйста уважаемые уважением поддержка поддержки
    подскажите скажите помогите помочь помощь вопрос интересует заранее буду могу могли вчера`,
  de: `aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus bei beim bereits bin bis
    bist bitte da dabei dadurch dafür damit danach dann daran darauf darf das dass dein deine dem den denn der des deren dessen
    deshalb dich die dies diese diesem diesen dieser dieses dir doch dort du durch eben ein eine einem einen einer eines
    einfach einige einmal er erst es etwas euch euer eure für gab ganz gar geht gegen gibt gerade gern gerne gut habe haben
    hat hatte hatten hätte hätten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem ins ist ja je
    jede jedem jeden jeder jedes jedoch jemand jener jetzt kann kannst kein keine keinem keinen keiner können könnte könnten könnt leider
    machen macht man manche mehr mein meine meinem meinen meiner meines mich mir mit möchte möchten muss müssen nach nachdem nicht
    nichts nie noch nun nur ob oder ohne schon sehr sein seine seinem seinen seiner seit selbst sich sie sind so sobald soll sollen
    sollte sollten sondern sonst soweit über um und uns unser unsere unserem unseren unserer unter viel viele vom von vor wann war wäre
    waren warum was wegen weil weiter welche welchem welchen welcher welches wenn wer werde werden wie wieder will wir wird
    wirklich wo wohl wollen wollte worden wurde würde wurden würden zu zum zur zwar zwischen
    hallo guten tag morgen abend sehr geehrte geehrter damen herren herr frau danke dank vielen freundlichen grüßen grüsse grüße gruß lg mfg
    team hilfe helfen frage fragen wissen weiß sagen voraus`,
  es: `a ahora al algo alguien algun alguna algunas alguno algunos ante antes aquel aquella aquí así aún aun aunque bajo bien cada casi
    como cómo con contra cual cuál cuales cualquier cuando cuándo cuanto cuánto cuanta cuánta de debe deben debo del desde después donde dónde dos durante e
    el él ella ellas ellos en entonces entre era es esa esas ese eso esos esta está están estaba estado estamos estar estas este esto
    estos estoy fue fueron ha haber había hace hacer hacia hago han has hasta hay he hola la las le les lo los luego más mas me
    mi mis mí mientras mismo mucha mucho muchos muy nada ni no nos nosotros nuestra nuestro o os otra otro otros para pero poco
    podría podrían podemos poder porque por porqué pues puede pueden puedo que qué quien quién quiero quisiera se sé sea ser será si sí sido
    siempre sin sobre sois solo sólo son soy su sus también tampoco tan tanto te tengo tener tenemos ti tiene tienen todavía toda todas todo
    todos tras tu tú un una unas uno unos usted ustedes va vamos voy vosotros vuestra vuestro vez y ya yo
    buenos buenas días dia tardes noches gracias saludos saludo cordial cordiales atentamente favor estimado estimada estimados equipo ayuda
    ayudar ayudarme pregunta preguntar saber decir decirme gustaría querría antemano`,
  fr: `a à ai aie alors apres après as au aucun aucune aussi autre autres aux avais avait avant avec avez avoir avons bien c car ce ceci
    cela celle celui ces cet cette chaque chez ci comme comment d dans de depuis des dès deux doit dois donc dont du elle elles en encore entre
    es est et étaient étais était été être eu eux fait faire faut fois font ici il ils j je jusqu l la là laquelle le lequel les
    leur leurs lors lorsque lui m ma mais me même mes mien moi moins mon n ne ni non nos notre nous on ont ou où par parce pas
    pendant peu peut peuvent peux plus plutôt pour pourquoi pourrait pourriez pouvez pouvoir puis puisque qu quand que quel quelle quelles
    quelque quelques quels qui quoi s sa sans se sera ses si sien son sont sous suis sur t ta tandis te tes toi ton toujours
    tous tout toute toutes très trop tu un une va vais vers veux voilà vos votre vous voudrais y
    bonjour bonsoir salut merci madame monsieur cordialement salutations équipe aide aider svp plaît plait question savoir dire avance souhaite
    souhaiterais cher chère`,
  pt: `a à ao aos agora ainda algo alguém algum alguma alguns ante antes apenas aquela aquele aqui as até às cada com como contra cuja cujo
    da das de dela dele deles depois desde dessa desse desta deste deve devo do dos e é ela elas ele eles em enquanto então entre era
    essa essas esse esses esta está estão estar estas estava este estes estou eu faz fazer foi for foram fosse há isso isto já la
    lá lhe lhes lo mais mas me mesma mesmo meu meus minha minhas muito muita muitos na não nas nem nenhum nenhuma no nos nós
    nossa nosso num numa o onde os ou outra outro outros para pela pelas pelo pelos per pode podem poderia poderiam pois por porém
    porque posso pouco pra qual quais qualquer quando quanto que quê quem quero queria se seja sem sempre ser será seu seus si
    sido só sob sobre somos são sou sua suas também tanta tanto tão te tem têm tenho ter teu tinha toda todas todo todos tu tua
    tudo um uma umas uns vai vamos você vocês vos vou
    olá oi bom boa dia tarde noite obrigado obrigada agradeço atenciosamente cumprimentos prezado prezada prezados caro equipe equipa ajuda
    ajudar favor pergunta saber dizer gostaria desde`,
  it: `a ad agli ai al alla alle allo anche ancora avere aveva avete c che chi ci ciao come con contro cosa cui da dagli dai dal dalla
    dalle del dell della delle dello di dopo dove e è ed era essere fa fare fra già gli grazie ha hai hanno ho i il in io l la le
    lei li lo loro lui ma me mi mia mie miei mio molto ne nel nella nelle nello no noi non nostra nostro o ogni oppure per perché
    però più poi posso può qual quale quali quando quanto quella quelle quelli quello questa queste questi questo qui se sei
    senza si sia siamo sono sta su sua sue sui sul sulla suo suoi tra tu tua tuo tutti tutto un una uno vi voi vorrei vostra vostro buongiorno
    buonasera salve saluti cordiali gentile aiuto favore`,
  nl: `aan al alle als altijd bent bij dan dat de deze die dit doen door dus een en er geen graag had heb hebben heeft het hier hij hoe
    hun ik in is ja je jij jullie kan kunnen kunt maar me meer met mij mijn moet na naar niet niets nog nu of om omdat onder ons onze ook
    op over reeds te tegen toch toen tot u uit uw van veel voor waar waarom wanneer want waren was wat we wel welke werd wie wij wil
    worden wordt zal ze zelf zich zij zijn zo zonder zou hallo goedendag beste bedankt dank groet groeten vriendelijke hulp vraag`,
  pl: `a aby ale ani bardzo bez być był była było były bo by chce chcę chciałbym chciałabym ci co czy dla do dlaczego gdy gdzie go i ich ile im inne ja
    jak jaki jakie jako je jeden jednak jego jej jest jestem jeszcze jeśli już każdy kiedy kto która które który którzy ma mam mi mnie mną
    mogę może można mój moja moje moją na nad nam nas nasz nie nic nich niż o od ona one oni ono oraz po pod ponieważ przed przez przy są
    się swoje ta tak także tam te tego tej ten teraz to tu ty tylko tym u w was wasz we wszystko z za ze że żeby dzień dobry cześć witam
    dziękuję proszę pozdrawiam pomoc pytanie państwo`,
  uk: `а або але б без би був була були було бути в вам вас ваш ваша ваше ви все всі від він вона вони воно вже де для до
    же за зі з і із й його її їх їм коли к куди ли ми мене мені може можна можу мій моя моє моє мої на над нам нас наш не нема ні ніж
    о об по під після при про що щоб так також там те теж ти тільки то того той тому тут у хочу хто це цей ця ці через чи чому
    як яка які який якщо я є ще добрий день доброго дня вітаю привіт дякую будь ласка допоможіть допомога питання підкажіть повагою`,
};

const folded = new Map<string, ReadonlySet<string>>();

/** The folded function words of an ISO 639-1 language; empty for a language without a list. */
export function stopWords(language: string): ReadonlySet<string> {
  const known = folded.get(language);
  if (known) return known;
  const list = LISTS[language];
  const words: ReadonlySet<string> = new Set(list ? fold(list).split(/\s+/) : []);
  if (list) folded.set(language, words);
  return words;
}

/** Languages that have a list. */
export const STOP_WORD_LANGUAGES: readonly string[] = Object.keys(LISTS);
