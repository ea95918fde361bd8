import { fold } from '@draftsmith/letters';

/** Function words: they carry grammar, so they neither support nor contradict. Negations and modal verbs are read elsewhere. */
const LISTS: Readonly<Record<string, string>> = {
  en: `a about above after again all also am an and any are aren't as at be because been before being below between both but by
    can can't cannot could couldn't did didn't do does doesn't doing don't down during each either else ever every few for from further
    get gets got had has hasn't have haven't having he her here hers him his how however i i'd i'll i'm i've if in into is isn't it it's its itself just
    kindly let may me might more most much must my need needs neither never no non nor not now of off on once only onto or other our ours out over own per
    please quite rather really same shall she should shouldn't since so some such than that that's the their them then there there's these they
    they're this those though through thus to too under until up upon us very was wasn't we we'd we'll we're we've were weren't what when where
    whether which while who whom whose why will with within without won't would wouldn't yes yet you you'd you'll you're you've your yours via able already always`,
  ru: `а без более больше бы был была были было быть в вам вами вас ваш ваша ваше вашего вашей вашем ваши вашим вашу весь во вот все всего
    всей всем всех всю вся вы где да даже для до другой его ее ей ему если есть еще ж же за здесь и из или им ими их к каждый как какая какие
    какой когда которая которого которое которой который которые которых кто ли либо лучше между меня мне много может могут можете можем можно мой мою мы на
    над нам нами нас наш наша наше нашего нашей нашем наши нашим нашу не него нее ней нельзя нет ни никогда никакой них но нужно нужен нужна нужны надо о об обязательно один
    однако он она они оно от очень перед по под после потом потому почти при про просто раз с сам сами свой своего своей свои своих свою своем
    себе себя сейчас со совсем так также такая такие такой там те тем теперь то тогда того тоже той только том тот ту тут у уже хотя чего
    чей чем через что чтобы эта эти этим этих это этого этой этом этому этот эту я будет будут будете будем должен должна должны следует необходимо пожалуйста вы`,
  de: `aber alle allem allen aller alles als also am an andere anderen anderer auch auf aus bei beim bereits bevor bin bis bist bitte da dabei dadurch
    dafür damit danach dann daran darauf darf darfst das dass dein deine dem den denn der des deren dessen deshalb dich die dies diese diesem diesen dieser
    dieses dir doch dort du durch dürfen ein eine einem einen einer eines einige er es etwas euch euer eure falls für gegen gerne habe haben hat
    hatte hier ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem innerhalb ins ist ja je jede jedem jeden jeder jedes jedoch kann kannst
    kein keine keinem keinen keiner können könnte könnten leider man mehr mein meine mich mir mit möchten möglich muss müssen musst nach nachdem nicht
    nichts nie noch nun nur ob oder ohne schon sehr sein seine seinem seinen seit selbst sich sie sind so sobald soll sollen sollte sollten
    sondern sonst sowie über um und uns unser unsere unserem unseren unserer unter viel viele vom von vor wann war waren warum was weil
    weiter welche welchem welchen welcher welches wenn wer werde werden wie wieder will wir wird wo worden wurde wurden würde zu zum zur zwischen bzw sofern`,
  es: `a al algo algún alguna algunas algunos ante antes aquí así aún aunque bajo bien cada casi como cómo con contra cual cuál cuales
    cualquier cuando cuándo de debe deben debes del desde después donde dónde dos durante e el él ella ellas ellos en entonces entre era es esa
    esas ese eso esos esta está están estas este esto estos estar fue fueron ha haber había hacia han has hasta hay he la las le les lo los más
    me mi mientras mis mismo misma mucho muy nada ni ningún ninguna no nos nosotros nuestra nuestras nuestro nuestros nunca o os otra otras otro otros para pero poco podrá
    podrán porque por pues puede pueden puedes podemos que qué quien quién se sea sean ser será serán si sí sido siempre sin sino sobre solo sólo
    son su sus también tan tanto te ti tiene tienen tienes todas todo todos toda tras tu tus tú un una unas uno unos usted ustedes va y ya yo favor`,
  fr: `a à afin ai ainsi alors après as au aucun aucune aussi autre autres aux avant avec avez avoir avons bien c car ce ceci cela celle celui
    ces cet cette chaque chez ci comme comment d dans de depuis des dès doit doivent devez donc dont du elle elles en encore entre es est et
    été être eu eux fait faut faudra font ici il ils j jamais je jusqu jusque l la là laquelle le lequel les leur leurs lors lorsque lui m ma mais me même
    mes moi moins mon n ne ni non nos notre nous on ont ou où par parce pas pendant peu peut peuvent plus plutôt pour pourra pourrez pouvez puis
    puisque qu quand que quel quelle quelles quels qui quoi s sa sans se sera seront ses si sien son sont sous suis sur t ta tant te tes
    toi ton toujours tous tout toute toutes très trop tu un une va vers veuillez via voici voilà vos votre vous y doit peuvent`,
  pt: `a à ao aos ainda algo algum alguma alguns algumas ante antes apenas aquele aqui as até às cada caso com como contra da das de dela dele depois
    desde dessa desse desta deste deve devem do dos dois e é ela elas ele eles em então entre era essa essas esse esses esta está estão estar estas
    este estes eu foi foram há isso isto já la lá lhe lhes lo mais mas me mesma mesmo meu minha muito na não nas nem nenhum nenhuma no nos nossa nossas
    nosso nossos num numa nunca o onde os ou outra outras outro outros para pela pelas pelo pelos pode podem poderá poderão pois por porque
    pouco qual quais qualquer quando que quem se seja sem sempre ser será serão seu seus sim sido só sob sobre somente são sua suas
    também tão te tem têm ter toda todas todo todos tu tua tudo um uma umas uns vai você vocês favor após`,
};

const sets = new Map<string, ReadonlySet<string>>(
  Object.entries(LISTS).map(([language, list]) => [language, new Set(fold(list).split(/\s+/))]),
);
const NONE: ReadonlySet<string> = new Set();

/** The folded function words of an ISO 639-1 language; empty for a language without a list. */
export function stopWords(language: string): ReadonlySet<string> {
  return sets.get(language) ?? NONE;
}

export const LANGUAGES: readonly string[] = Object.keys(LISTS);
