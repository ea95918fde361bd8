/**
 * Words of three letters and more that say nothing about the subject of a message, in the languages that support mail
 * is most often written in. The list needs not be complete: a search with a needless word still finds the right one.
 */
const lists = {
  en: `where why while through the and for are but not you all any can had her was one our out has him his how its
    may new now see two who did get let put say she too use that with have this will your from they know want been
    good much some time very when come here just like long make many more only over such take than them well were
    what would there their about which could other into also then these should because please hello dear thanks
    thank regards best kind hey does doesn don didn can't cannot i'm i've it's my name help still after before again
    today yesterday tomorrow`,
  ru: `это как что так все она они мне было вот меня еще ещё нет ему теперь когда даже вдруг если уже или быть был
    него вас вам нибудь опять вами ведь там потом себя ничего может тут где есть надо ней для тебя чем была сам чтоб
    без будто чего раз тоже себе под будет тогда кто этот того потому этого какой совсем ним здесь этом один почти
    мой тем чтобы нее сейчас были куда зачем всех никогда можно при наконец два другой хоть после над больше тот
    через эти нас про них какая много разве три эту моя хорошо свою этой перед иногда лучше том нельзя такой более
    всегда конечно здравствуйте добрый день вечер утро пожалуйста спасибо привет уважением заранее очень зовут вчера
    сегодня завтра подскажите скажите хочу хотел хотела ваш ваша ваши мои`,
  de: `der die das und ist nicht ein eine einen einem einer auf für mit von dem den des sich als auch bei aus nach
    wie ich sie wir ihr uns mir mich dir dich ihm ihn ihnen ihre ihren ihrem mein meine meinen meiner meinem sein
    seine hat habe haben hatte war waren wird werden wurde kann können konnte soll sollte muss müssen noch nur oder
    aber wenn dann dass weil schon sehr doch hier dort was wer wann warum denn mal zum zur bitte danke hallo guten
    tag morgen abend liebe lieber grüße gruß freundlichen viele vielen dank geehrte damen herren heute gestern`,
  es: `que los las una por con para del como más pero sus este esta esto desde todo nos durante todos uno les contra
    otros ese eso ante ellos algunos qué unos otro otras otra tanto esa estos mucho quienes nada muchos cual poco
    ella estar estas algunas algo nosotros mis son fue era soy está están tengo tiene hay muy sin sobre también
    hasta donde quien cuando cuándo dónde cómo cuánto porque hola buenos buenas días tardes noches gracias favor
    saludo saludos estimado estimada quiero quería puedo pueden usted ustedes hoy ayer mañana`,
  fr: `les des une est pas pour que qui dans sur avec vous nous mon mes ton son ses notre votre vos leur leurs mais
    par plus tout tous cette ces cet comme fait été suis avez avons ont bonjour bonsoir merci cordialement svp plaît
    madame monsieur aussi bien très quand comment pourquoi`,
  pt: `que não uma com para por mais dos das como mas foi ele ela seu sua seus suas meu minha meus minhas são está
    estou tenho tem muito também quando onde porque olá bom boa dia tarde noite obrigado obrigada favor
    cumprimentos`,
};

export const STOP_WORDS: ReadonlySet<string> = new Set(Object.values(lists).join(' ').split(/\s+/));
