import { fold } from '../fold.ts';

/**
 * Words that begin sentences, letters and form fields, beside those in the lists of `lexicon.ts`: capitalised there,
 * and nobody's name.
 */
export const EVERYDAY_WORDS: ReadonlySet<string> = new Set(
  `topic thema tema sujet argomento onderwerp temat caller anrufer appelant llamante chamador chiamante beller amount betrag montant importe importo bedrag kwota сумма тема perfect parfait perfekt perfecto perfeito perfetto uitstekend doskonale отлично entendu verstanden entendido inteso begrepen rozumiem понятно agreed einverstanden akkoord acordado combinado concordato zgoda согласовано
   firma compras proposta angebot letter arrived propuesta oferta offerta devis ville stad miasto città cidade ciudad localidad wohnort woonplaats tel telf tfno cel cell fon fone mob móvil kom tlm buyer senior junior compras acquisti inkoop einkauf zakupów achats vendas verkauf sales chiamo llamo appelle chamo heiße heiß heisse heet nazywam zovut зовут call assunto deste desta seria cierra juste rapidamente serviços servicios alta prioridade prioridad required requires needs notes anschrift lieferadresse atención monitoramento durante informationen monitore magasin chamadas configuração implantação protokoll protokolle fehler visual studio consulting german english french spanish italian portuguese dutch polish russian american british canadian australian indian chinese japanese european african mexican brazilian swedish danish czech turkish greek irish deutsch deutsche französisch englisch español española francés inglés français anglais
   a about above account accounts across action actually add additional address admin after again against agent all already also although always am an
   and another any anyone anything app application apply are around as ask asked asking assist assistance at attached attempt august available await
   back bank based be became because become been before began begin being below best better between big billing both box bring brought browser bug business but
   buy by call called calling came can cannot can't care case cause center change changed charge check checked city click client clients close code come
   company complete concern concerning confirm connect connection consider contact continue copy correct could couldn't country couple course customer customers
   daily data date day days deal dear december delivery department description despite detail details device did didn't different do doctor does doesn't doing don't done door down due during
   each early either email emails employee end english enjoy enough ensure enter error etc even evening ever every everyone everything example exactly excellent experience
   explain extra fact fail failed family february feel few fill final finally find fine first following for forward free friday friend friends from full further
   general get getting give given go going good got great greetings group guys had half hand happen happy hard has have haven't he head hear hello help her here hers
   hey hi high him his history holiday home hope hotel hour hours house how however husband i i'd i'll i'm i've id idea if immediate immediately important in include including incorrect
   indeed info information inquiry instead internet into invoice is isn't issue issues it item items its it's january join july june just keep kind kindly know
   large last late later latest least leave left legal less let letter life like line list little live local log login long look looking lost lot love made mail main make
   manager many march may maybe me mean meanwhile meet meeting member message might mine minute minutes miss missing moment monday money month months more moreover
   morning most mother father brother sister son daughter wife mobile much must my name named need needed never new news next nice night no nobody none nope nor not note nothing notice november now number
   october of off offer office often ok okay old on once one online only open option or order orders other others otherwise our ours out over own package page paid part parts party
   password past pay payment people perhaps period person phone place plan please plus point policy possible post pre price prices pro problem problems process product products program project provide purchase put
   question questions quick quickly quite rather read ready real really reason received recent recently record refund regard regarding regards remember reply report request require reset respond response
   result return returned right room run said same saturday save saw say says school second section secure security see seem seems seen select send sender sent september serial server service services set several she ship shipment shipping
   shop should show side sign similar simply since sincerely sir site sites situation size small so some someone something soon sorry speak special st staff start started state states status step steps still stop
   store street subject such suddenly summary sunday support sure system take taken talk team tech technical tell terms test than thank thanks that that's the their them then there
   therefore these they thing things think this those though three through thursday ticket time times title to today together told tomorrow too took top total toward town track tracking transfer tried try trying
   tuesday turn two type under unfortunately unit until up update updated upgrade upon urgent us use used user username users using usual valid value version very via visit wait waiting want
   warm warranty was wasn't watch way we we're we've web website wednesday week weekend weeks welcome well went were what what's when whenever where whereas whether which while who whole whom whose why will
   wish with within without won't work worked working world worth would write wrong year years yes yesterday yet you you'd you'll you're your yours yourself zip
   ab aber alle allem allen alles als also am an andere anfrage anschrift antrag antwort auch auf aufgrund auftrag aus außerdem beim beste bestellung bezüglich bis bitte da dabei daher damit danach danke dann das dass daten
   dein dem den der des deshalb die dies diese diesem dieser dieses doch dort durch ein eine einem einen einer eines er es etwas euch für ganz gegen gemäß gerne gern gestern gibt grüße gruß guten haben hallo hat hätte herzliche
   heute hier hilfe ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in innerhalb ist ja jede jeder jetzt kann kein keine können könnte könnten kunde kunden lieber liebe liebes mein meine meinem meinen meiner mit morgen nach
   nachdem name nein nicht noch nun nur ob oder ohne rechnung sehr sein seine seit sich sie sind so sobald sollte sowie team tag trotz und uns unser unsere unter vielen vom von vor war warum was wegen weil wenn wer wie wir wird wo
   wurde während zu zum zur zwischen kundennummer telefon adresse straße termin problem frage fragen moin servus hochachtungsvoll geehrte geehrter
   à alors après au aucun aussi autre aux avant avec avez bien bonjour bonsoir car ce ceci cela celle ces cet cette chaque cher chère chez client comme comment commande compte cordialement dans de depuis des désolé deux
   donc du elle en encore entre est et étant été être eux facture fait il ils je jour la le les leur leurs lors lorsque ma mais madame mademoiselle maintenant malgré merci mes moi mon monsieur ne ni nos notre nous on or ou où oui par parce
   pas pendant peu plus pour pourquoi pourriez puis quand que quel quelle quelques qui quoi sa salut sans se selon ses si sinon son sont sous suite sur ta tous tout toute toutes très trop un une veuillez vers voici voilà votre vos vous
   adresse téléphone numéro nom prénom objet demande service équipe sincères salutations bien bonne
   al algo algún algunos ante antes aquí así atentamente aún aunque bajo buenas buenos bueno cada casi cliente como cómo con contra correo cual cuál cuando cuándo cuenta de del desde después día días dirección donde dónde
   dos el él ella ellos en entonces entre era es esa ese eso esta está estaba este esto estos estoy factura favor fecha fue gracias ha había hasta hay he hola hoy la las le les lo los luego más me mi mientras mis mucho muy nada ni no
   nombre nos nosotros nuestra nuestro número o otra otro para pedido pero por porque pregunta primero problema pues que qué querido querida quien quisiera quiero saludos se según ser si sí sin sobre solo son soy su sus también tampoco tan tanto
   te teléfono tengo tiene todo todos tu un una unos usted ustedes ya yo señor señora
   agora ainda além algum alguma antes ao aos aqui as até atenciosamente boa bom cada caro cara cliente com como conta contra contudo da das de depois desde do dos e ela ele eles em então endereço entre era essa esse esta está este estou eu fatura foi
   há hoje isso isto já lhe mais mas me mesmo meu minha muito na não nas nem nenhum nos nós nossa nosso nossos num numa o obrigado obrigada olá onde os ou outra outro para pela pelo pergunta pois por porque prezado prezada prezados problema qual quando que quem se sem
   senhor senhora ser seu seus sim sobre sou sua suas também telefone tem tenho ter todo todos tudo um uma você vocês nome
   a abbiamo adesso ai al alla alle allora anche ancora avete buona buonasera buongiorno caro cara che chi ci ciao cliente come con cordiali così cosa da dal dalla degli dei del della delle dello di dopo dove due e è ed egregio egregi entro era
   essere fa fattura fino fra gentile gentili già gli grazie ha hanno ho i il in indirizzo invece io la le lei li lo loro ma mentre mi mia mio molto nel nella nelle nessuno noi nome non nostra nostro numero o oggi ogni oltre oppure ora ordine per perché
   però piacere più poi possibile presso prima problema purtroppo qual quale quando quanto quella quello questa questo qui quindi richiesta saluti salve se secondo sei senza si sì siamo signor signora sono sopra sotto spettabile sta stato su sua sul sulla suo telefono tra tutti tutto
   un una uno vi voi vorrei vostra vostro
   aan alle als alvast bedankt beste bestelling bij bent ben dag dan dat de deze die dit door een en er factuur gaan geachte geen goed goede goedemorgen goedemiddag goedendag graag groet groeten had heb hebben heeft heer het hier hij hoe hun ik in is ja je jij jullie kan klant kunnen
   kunt maar meer met mevrouw mij mijn misschien morgen na naar naam niet niets nog nu of om omdat onder ons onze ook op over probleem sinds te tegen telefoonnummer tijdens toch toen tot u uit uw van vandaag veel vergeten via voor vraag vriendelijke wanneer want waar waarom was wat we
   wel welke wie wij wil worden wordt ze zeer zich zijn zo zodra zonder zou zij hallo hoi
   aby adres albo ale ani bardzo bez bo być by był była były chciałbym chciałabym chociaż co cześć czy czyli dla dlaczego dlatego do dobry dziękuję dzień dziś faktura gdy gdyż gdzie go i ich ile im inne ja jak jaka jaki jako jednak jej jest jestem jeszcze jeśli jeżeli już każdy kiedy klient kto
   która które który ma mam mamy mi mimo mnie moja moje może mój można mój my na nad nam nas nasz nasza nie niech nigdy niż o od oraz pan pana pani panie państwo państwa po pod ponieważ potem pozdrawiam pozdrowienia pragnę prawie problem proszę przed przez przy pytanie równie się są szanowni szanowna szanowny ta tak także
   tam te tego tej telefon ten teraz to tu twoja tylko tym uprzejmie w we według wczoraj więc witam wszyscy wszystko z za zamówienie zawsze ze zgodnie że
   а адрес аккаунт без большое будет будьте была были было быть в вам вами вас ваш ваша ваше ваши ведь вечер во вообще вопрос вот все всё всего всегда всем всех вы где да давайте даже данные для до добрый доброе добрая договор день друзья его ее её если есть
   еще ещё жду же за завтра заказ зачем здравствуйте здравствуй здесь и из или им имя их к как какая какие какой когда компания конечно который кто куда курьер ли либо лучше меня мне много мог могу могли может можно мой моя моё мои мы на надо нам нас наш наша не него нет ни
   никто ничего но номер ну нужно о об однако оплата он она они оно от ответ очень пароль по пожалуйста пока покупатель поддержка подскажите помогите после посылка потом потому почему почта поэтому прежде при привет приветствую прошу про просто проблема раз с сайт сам свой себя
   сегодня сейчас склад служба со спасибо сразу срочно сколько так также такой там твой те тебя телефон теперь то тогда тоже только товар том ты тут у уважаемый уважаемая уважаемые уважением утро уже улица хочу хотел хотела хотелось чего чем через что чтобы эта эти это этот я
   поддержки доставка доставки менеджер менеджера клиент клиента магазин интернет фирма россия банк счет счёт город область готов готова основа условия вопросов нужен остров основ новая новый`
    .split(/\s+/)
    .map(fold),
);
