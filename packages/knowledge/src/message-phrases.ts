/** Phrases by which `classifyMessage` knows thanks, machines and spam, in the languages of the suite. */

const words = (list: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${list.replace(/\s*\n\s*/g, '')})(?![\\p{L}\\p{N}])`, 'iu');

export const THANKS = words(`
  thank(?:s| you|ing)?|thx|tnx|ty|cheers|much appreciated|appreciate it|спасибо|спс|благодар\\p{L}*|dank|danke\\p{L}*|merci\\p{L}*
  |gracias|agradec\\p{L}*|remerci\\p{L}*|obrigad[oa]|valeu|agradeç\\p{L}*|grazie|dziękuj\\p{L}*|dzięki|дякую|bedankt`);

/** Thanks that name what for; "in advance" thanks for an answer that is still expected. */
export const THANKS_FOR = words(`
  (?:thank(?:s| you)|thx|appreciate)(?: so much| very much| a lot| again)? for|спасибо(?: большое| вам| огромное)* за|благодар\\p{L}*(?: вас| вам)? за
  |(?:danke|dank|dankeschön)(?: ihnen| euch| dir)?(?: sehr| nochmals?)? für|gracias(?: de nuevo)? por|(?:les |le |os |te )?agradezco|merci(?: beaucoup| encore)? (?:pour|de votre|de ta)
  |remercie(?: beaucoup)? (?:pour|de votre)|obrigad[oa](?: mesmo)? (?:por|pel[oa]s?)|agradeço`);

/** Whole message of a machine, in so many words. */
export const AUTOMATIC = words(`
  this is an automat(?:ed|ic) (?:reply|response|message|e-?mail|notification)|this (?:message|e-?mail) (?:was|is|has been) (?:automatically )?(?:generated|sent) automatically|auto(?:matic)?[- ]?(?:reply|response):
  |do not reply to this (?:message|e-?mail)|это автоматическ\\p{L}+ (?:ответ|сообщение|уведомление|письмо)|(?:данное |это )?(?:письмо|сообщение|уведомление) (?:сформировано|отправлено|создано) автоматически
  |dies ist eine automatisch\\p{L}* (?:antwort|nachricht|e-?mail|benachrichtigung)|diese (?:nachricht|e-?mail) wurde automatisch (?:erstellt|generiert|versendet)|(?:este|esto) es un(?:a)? (?:mensaje|respuesta|correo) automátic[oa]|(?:este )?mensaje (?:fue )?generado automáticamente
  |ceci est un(?:e)? (?:message|réponse|courriel|e-?mail) automatique|(?:ce )?message (?:a été )?(?:généré|envoyé) automatiquement|(?:esta|este) é um[a]? (?:mensagem|resposta|e-?mail) automátic[oa]|mensagem gerada automaticamente`);

/** A person who is away. */
export const ABSENCE = words(`
  (?:i am|i'm|i will be|i'll be|we are|currently)(?: currently)? (?:out of (?:the )?office|away from (?:my|the) (?:desk|office)|on (?:annual |parental |maternity |sick )?leave)|out of (?:the )?office (?:until|from|till)|(?:limited|no) access to (?:my )?e-?mail
  |(?:я )?(?:сейчас )?(?:нахожусь )?в отпуске (?:до|с|по)|меня не будет (?:в офисе|на месте)|меня (?:сейчас )?нет (?:в офисе|на месте) (?:до|с|по)|буду отсутствовать|отсутствую (?:в офисе|на рабочем месте|до)|нахожусь вне офиса
  |(?:nicht im (?:büro|haus)|außer haus|abwesend|im urlaub)(?: bin ich)?(?: (?:bis|vom|von|ab|und)|[.,])|bis (?:zum|einschließlich).{0,30}(?:nicht (?:im büro|erreichbar)|abwesend|im urlaub)|ich bin (?:derzeit |zurzeit |momentan |aktuell )?(?:nicht im büro|abwesend|außer haus)
  |(?:estoy|estaré|me encuentro|me encontraré) (?:actualmente )?(?:fuera de (?:la )?oficina|de vacaciones (?:hasta|del|desde)|ausente)|fuera de la oficina (?:hasta|del|desde)
  |(?:je suis|je serai)(?: actuellement)? (?:absente?|en congés?|hors du bureau|en vacances jusqu)|(?:estou|estarei|encontro-me)(?: atualmente)? (?:fora do escritório|ausente|de férias (?:até|de))`);

/** Beginnings of subjects that mail programs write for an absent person. */
export const AUTOMATIC_SUBJECT = new RegExp(
  `^\\s*(?:(?:re|aw|fw|fwd|wg|rv|tr|ref)\\s*:\\s*)*(?:automat(?:ic|ed) (?:reply|response)|auto(?:-| )?(?:reply|response)|out of (?:the )?office|ooo\\b|автоответ\\p{L}*|автоматический ответ|отсутстви[ея]
    |automatische (?:antwort|e-?mail)|abwesenheits\\p{L}*|abwesend|respuesta automática|fuera de (?:la )?oficina|réponse automatique|absence du bureau|message d'absence|resposta automática|fora do escritório|ausência)`.replace(
    /\s*\n\s*/g,
    '',
  ),
  'iu',
);

/** Mail servers that could not deliver. */
export const BOUNCE = words(`
  mail delivery (?:failed|subsystem|system)|delivery status notification|undeliver(?:able|ed)(?: mail)?:|undelivered mail returned to sender|returned mail:|delivery (?:has )?failed(?: permanently)? (?:to|for) (?:these|the following) recipients?
  |delivery to the following recipients? (?:failed|has been delayed)|(?:your )?message (?:could not|couldn't|wasn't|was not) (?:be )?delivered to|mailer-daemon|host or domain name not found|address (?:couldn't be found|not found).{0,80}(?:mail|message)|550 5\\.\\d\\.\\d
  |unzustellbar(?:e mail)?:|zustellung (?:fehlgeschlagen|an folgende empfänger)|недоставленн\\p{L}+ (?:почт\\p{L}+|сообщени\\p{L}+)|(?:сообщение|письмо) не (?:может быть|было) доставлено (?:следующ|получател)\\p{L}*|no se (?:pudo|ha podido) entregar (?:el|su) mensaje a|échec de la remise|falha na entrega da mensagem`);

/** Kinds of cues of unwanted offers. */
export const SPAM_CUES: readonly { name: string; pattern: RegExp }[] = [
  {
    name: 'search-ranking',
    pattern: words(`
      seo (?:services?|expert|agency|audit|package)|search engine optimi[sz]ation|first page of google|(?:top|page one|page 1|#1) (?:of|on|in) google|backlinks?|guest post(?:s|ing)?|link (?:building|exchange|insertion)|organic traffic|website traffic|domain authority|real followers|search engines? ranking|n[º°o]\\.? ?1 (?:de|en) (?:los )?(?:buscadores|google)|seguidores reales|живы\\p{L}+ подписчик\\p{L}+|echte follower|redesign your website
      |продвижени\\p{L}+ (?:вашего )?сайт\\p{L}*|топ[- ]?10 (?:яндекс|google|гугл)\\p{L}*|(?:вывед\\p{L}+|поднять|вывод) .{0,30}в топ|seo[- ]?(?:продвижени\\p{L}+|оптимизаци\\p{L}+)|google-ranking|auf seite 1 bei google|suchmaschinenoptimierung|posicionamiento (?:web|seo)|primera página de google|référencement (?:naturel|seo)|primeira página do google`),
  },
  {
    name: 'unasked-offer',
    pattern: words(`
      (?:i|we) (?:came across|found|visited|was on|noticed) your (?:website|site|online store|company)|we (?:are|'re) a leading|(?:our|we) offers?|affordable (?:price|rate|cost)s?|special (?:offer|discount) for you|free (?:quote|audit|consultation|proposal|trial offer)|our (?:team|agency|company) (?:can|will|specializes|specialises)|are you interested in|(?:you|your company) (?:were|was|have been|has been) (?:chosen|selected)|dear (?:valued|website owner|site owner|business owner)|(?:propietario|dueño|titular) (?:del|de su|de este) sitio|владелец сайта|propriétaire d[ue] site|webseitenbetreiber|business proposal|price list
      |коммерческое предложение|предлагаем (?:вам|вашей|услуги|сотрудничество)|выгодн\\p{L}+ предложени\\p{L}+|база (?:клиентов|email|данных компаний)|рассылк\\p{L}+ по|unser (?:exklusives )?angebot|wir bieten ihnen|kostenloses? (?:erstgespräch|angebot|beratung)|ofrecemos|oferta exclusiva|presupuesto gratis|nous vous proposons|devis gratuit|oferecemos|orçamento gratuito`),
  },
  {
    name: 'easy-money',
    pattern: words(`
      crypto(?:currency)? (?:investment|trading|giveaway)|bitcoins?|double your (?:money|income|btc)|guaranteed (?:profit|return|income|results|ranking)s?|passive income|make money (?:online|fast)|presale|token sale|risk[- ]free|100 ?% (?:guaranteed|garantizado|гарантия|garantiert)|guaranteed,? 100 ?%|garantizado al 100|earn \\$?\\d[\\d,.]* ?(?:\\$|usd|eur|dollars)? ?(?:per|a|every) (?:day|week|month)|work from home|loans? at \\d|business loan|forex|online casino|casino bonus|free spins|no deposit bonus
      |lottery|you (?:have )?won|inheritance|next of kin|million (?:dollars|usd|euros?)|заработ\\p{L}+ (?:в интернете|без вложений|на дому|от \\d)|казино|ставки на спорт|криптовалют\\p{L}+|инвестици\\p{L}+ .{0,20}доход\\p{L}*|гарантированн\\p{L}+ доход|кредит без (?:отказа|справок)|garantierte?r? gewinn|schnell geld verdienen|online-?casino|gewonnen haben|gane dinero|ganar dinero (?:desde casa|rápido)|ha sido seleccionado|préstamos? rápidos?|gagner de l'argent|vous avez gagné|ganhe dinheiro|renda extra`),
  },
  {
    name: 'pills-and-dates',
    pattern: words(
      `viagra|cialis|weight loss|lose weight|hot (?:girls|singles)|dating site|sexy|escort|виагра|похуде\\p{L}+|знакомства|интим|abnehmen|potenzmittel|adelgazar|perdre du poids|emagrec\\p{L}+|replica watches|rolex`,
    ),
  },
  {
    name: 'pressed-click',
    pattern: words(`
      click (?:here|the link|below)(?: now| to claim| to get)?|claim your (?:prize|reward|bonus)|act now|limited time offer|limited seats|only today|to stop these (?:messages|e-?mails)|solo hoy|только сегодня|seulement aujourd'hui|só hoje|sign up now|opt[- ]?out|to unsubscribe reply|reply (?:with )?["“']?(?:yes|stop|interested)|whatsapp me|contact (?:me|us) on (?:telegram|whatsapp)
      |жмите|переходи(?:те)? по ссылке|успейте|пишите в (?:телеграм|telegram|whatsapp|ватсап)|jetzt klicken|hier klicken|nur heute|haga clic|haz clic|cliquez ici|clique aqui|bit\\.ly|t\\.me/\\S+|tinyurl\\.com`),
  },
];

/** What a message may hold beside thanks and still need no answer. All folded. */
export const CLOSING_WORDS = {
  /** A whole message of approval without a word of thanks. */
  alone:
    /^(?:ok(?:ay|ey)?|perfect|great|super|solved|fixed|resolved|отлично|супер|понятно|понял[аи]?|решено|ок|perfekt|erledigt|gelöst|perfecto|genial|resuelto|vale|parfait|résolu|perfeito|resolvido|ótimo|\p{Extended_Pictographic})(?:[\s!.…)\p{Extended_Pictographic}]|\uFE0F)*$/iu,
  thanks: new Set(
    `thanks thank thankyou thx tnx ty cheers appreciated appreciate danke dank dankeschon bedanke vielen herzlichen besten lieben merci remercie gracias agradezco
     agradecemos agradecida agradecido obrigado obrigada valeu agradeco agradecemos спасибо спс благодарю благодарим благодарность grazie dziekuje dzieki дякую bedankt beaucoup infiniment
     tausend mille mil muchas muchisimas огромное большое огромная большая очень`.split(/\s+/),
  ),
  content: new Set(
    `perfect perfectly great awesome amazing excellent wonderful fantastic brilliant lovely super nice cool works working worked work fixed solved resolved sorted done received arrived got fits
     happy glad pleased satisfied satisfying quick fast speedy prompt answer reply response service effort efforts time patience kindness day weekend week evening christmas nice everyone everybody guys folks
     came made day fine now everything perfectly clear understood right away finally lot bunch million again star stars excellent helpful best always welcome problem issue case ticket close closed
     отлично супер прекрасно замечательно здорово класс круто идеально работает заработало заработал заработала получилось получила получил получили пришло пришла пришел дошло дошла дошел решено решили решилось решен решена
     понятно понял поняла ясно быстро быстрый быструю оперативно оперативность ответ реакцию сервис работу работа хорошего хороших удачи дня выходных вечера все всё теперь довольна доволен рада рад хорошо вопрос закрыт закрыть закрывайте разобралась разобрался подошло подошла подошел
     perfekt super toll klasse prima spitze wunderbar genial ausgezeichnet funktioniert klappt geklappt gelost erledigt angekommen erhalten bekommen passt passen schnell schnelle schnellen antwort ruckmeldung reaktion service muhe geduld unterstutzung
     schonen schones tag wochenende abend feierabend woche freue gefreut zufrieden geklart verstanden einwandfrei jetzt alles bestens problem endlich
     perfecto genial excelente estupendo fantastico maravilloso maravilla funciona funcionando resuelto solucionado arreglado recibido llego llegado rapido rapida rapidez respuesta atencion servicio amabilidad paciencia contenta contento satisfecha satisfecho feliz
     fin semana buen buena excelente todo ahora claro entendido listo problema
     parfait genial super excellent formidable magnifique fonctionne marche resolu regle recu arrive arrivee rapide rapidite rapidement reponse service efficacite reactivite patience gentillesse contente content ravi ravie bonne journee soiree fin semaine weekend tout maintenant clair compris probleme
     perfeito otimo excelente maravilhoso fantastico funciona funcionou funcionando resolvido resolveu recebi recebido chegou rapido rapida rapidez resposta atendimento servico atencao paciencia contente satisfeito satisfeita feliz fim semana tudo agora claro entendi problema certo`.split(
      /\s+/,
    ),
  ),
  stems: ['help', 'support', 'помо', 'поддерж', 'hilf', 'ayud', 'aid', 'ajud'],
  idioms:
    /(?:problem|issue|problema?|problème|проблема|erro|error) (?:is |was |ist |wurde |está |est |foi |has been )?(?:now |jetzt |ya |já )?(?:solved|fixed|resolved|sorted|gone|gelöst|behoben|resuelto|solucionado|résolu|resolvido|решена|решилась|устранена)|no (?:problem|worries|further questions?|more questions?|need to (?:reply|answer|respond))|нет вопросов|вопросов (?:больше )?нет|не за что|без проблем|kein problem|keine (?:weiteren )?fragen(?: mehr)?|sin problemas?|ning[uú]n problema|pas de (?:souci|problème)s?|sem problemas?|can be closed|can close|you can close (?:this|the) (?:ticket|case)|what a (?:great|nice|wonderful|fantastic|quick|fast)|as always|как всегда|wie immer|como siempre|comme toujours|como sempre|wie (?:schön|toll)|как (?:здорово|быстро|приятно|хорошо)|qué (?:bien|rápido|rapidez|maravilla)|tout (?:est )?(?:marche|fonctionne)|immer wieder (?:gerne?)?|pronto|again/giu,
} as const;
