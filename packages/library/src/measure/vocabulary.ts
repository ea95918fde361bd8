/** Words and sentences that generated articles are made of. `{p}` product, `{o}` object, `{a}` action, `{w}` a rarer word. */
export interface Vocabulary {
  objects: readonly string[];
  actions: readonly string[];
  titles: readonly string[];
  sentences: readonly string[];
  questions: readonly string[];
}

const list = (text: string) => text.split(' | ');

export const VOCABULARIES: Readonly<Record<string, Vocabulary>> = {
  en: {
    objects: list(
      'invoice | password | battery | subscription | parcel | refund | warranty | account | address | charger | firmware | camera | speaker | screen | keyboard | printer | router | voucher | membership | contract | backup | calendar | notification | receipt | filter | sensor | thermostat | bracket | pump | saddle',
    ),
    actions: list(
      'change | cancel | replace | reset | update | return | install | clean | connect | export | import | share | delete | repair | calibrate | renew | pause | activate | charge | mount | download | print | verify | transfer | upgrade',
    ),
    titles: list(
      '{p}: how to {a} the {o} | {p}: when the {o} does not work | {p}: {a} your {o} | {p} - what to know about the {o}',
    ),
    sentences: list(
      'Open the settings of your {p} and choose {w}. | To {a} the {o}, hold the {w} button for {n} seconds. | The {o} of the {p} lasts about {n} months. | If the {w} stays dark, {a} the {o} once more. | Our team answers within {n} working days. | You find the {w} on the back of the {p}. | Before you {a} anything, write down the {w}. | A new {o} costs {n} dollars, shipping included. | Please keep the {w} away from water. | The {p} tells you with a {w} light when the {o} is ready.',
    ),
    questions: list(
      'How can I {a} the {o} of my {p}? | My {p} has a problem: I tried to {a} the {o} and the {w} stays dark | {p} {o} {a} | Hello, I would like to {a} the {o}, it is the {p}. What about the {w}?',
    ),
  },
  de: {
    objects: list(
      'Rechnung | Passwort | Akku | Abonnement | Paket | Erstattung | Garantie | Konto | Adresse | Ladegerät | Kamera | Lautsprecher | Bildschirm | Tastatur | Drucker | Router | Gutschein | Vertrag | Kalender | Filter | Sensor | Halterung | Pumpe | Sattel',
    ),
    actions: list(
      'ändern | kündigen | ersetzen | zurücksetzen | aktualisieren | zurückgeben | reinigen | verbinden | exportieren | teilen | löschen | reparieren | verlängern | aktivieren | laden | montieren | drucken | prüfen | übertragen',
    ),
    titles: list('{p}: {o} {a} | {p}: wenn {o} nicht geht | {p} - Fragen zum Thema {o}'),
    sentences: list(
      'Öffnen Sie die Einstellungen Ihres {p} und wählen Sie {w}. | Um {o} zu {a}, halten Sie die Taste {w} für {n} Sekunden. | Das Teil {o} am {p} hält etwa {n} Monate. | Bleibt {w} dunkel, {o} noch einmal {a}. | Unser Team antwortet in {n} Werktagen. | Sie finden {w} auf der Rückseite. | Notieren Sie vorher {w}. | Eine neue {o} kostet {n} Euro samt Versand.',
    ),
    questions: list(
      'Wie kann ich {o} bei meinem {p} {a}? | {p} {o} {a} | Mein {p} macht Ärger, ich wollte {o} {a} und {w} bleibt dunkel',
    ),
  },
  ru: {
    objects: list(
      'счёт | пароль | аккумулятор | подписка | посылка | возврат | гарантия | аккаунт | адрес | зарядка | прошивка | камера | динамик | экран | клавиатура | принтер | роутер | купон | договор | календарь | уведомление | чек | фильтр | датчик | крепление | насос | седло',
    ),
    actions: list(
      'изменить | отменить | заменить | сбросить | обновить | вернуть | установить | очистить | подключить | скачать | удалить | починить | продлить | включить | зарядить | закрепить | распечатать | проверить | перенести',
    ),
    titles: list('{p}: как {a} {o} | {p}: что делать, если {o} не работает | {p} - вопросы про {o}'),
    sentences: list(
      'Откройте настройки {p} и выберите {w}. | Чтобы {a} {o}, держите кнопку {w} {n} секунд. | Деталь {o} у {p} служит около {n} месяцев. | Если {w} не горит, попробуйте {a} {o} снова. | Мы отвечаем за {n} рабочих дня. | На обратной стороне есть {w}. | Сначала запишите {w}. | Новая деталь {o} стоит {n} евро с доставкой.',
    ),
    questions: list(
      'Как мне {a} {o} на моём {p}? | {p} {o} {a} | У меня {p}, хотел {a} {o}, а {w} не горит, что делать?',
    ),
  },
  es: {
    objects: list(
      'factura | contraseña | batería | suscripción | paquete | reembolso | garantía | cuenta | dirección | cargador | cámara | altavoz | pantalla | teclado | impresora | cupón | contrato | calendario | filtro | sensor | soporte | bomba | sillín',
    ),
    actions: list(
      'cambiar | cancelar | reemplazar | restablecer | actualizar | devolver | instalar | limpiar | conectar | exportar | compartir | eliminar | reparar | renovar | activar | cargar | montar | imprimir | verificar | transferir',
    ),
    titles: list('{p}: cómo {a} la {o} | {p}: si la {o} no funciona | {p} - preguntas sobre {o}'),
    sentences: list(
      'Abra los ajustes de su {p} y elija {w}. | Para {a} la {o}, mantenga el botón {w} durante {n} segundos. | La {o} del {p} dura unos {n} meses. | Si {w} sigue apagado, intente {a} la {o} otra vez. | Respondemos en {n} días hábiles. | En la parte trasera está {w}. | Antes anote {w}. | Una nueva {o} cuesta {n} euros con envío.',
    ),
    questions: list(
      '¿Cómo puedo {a} la {o} de mi {p}? | {p} {o} {a} | Tengo un {p}, quise {a} la {o} y {w} no se enciende',
    ),
  },
};
