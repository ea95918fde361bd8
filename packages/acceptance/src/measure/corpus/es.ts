import type { Topic } from './topic.ts';

export const ES: readonly Topic[] = [
  {
    id: 'refund',
    language: 'es',
    draft: `Gracias por su mensaje. Su devolución llegó a nuestro almacén el 4 de marzo. Hemos enviado el reembolso de 49,90 EUR a la tarjeta con la que pagó. Los bancos suelen necesitar 5 días laborables hasta que el importe aparece en su cuenta. No hemos cobrado gastos de devolución. Puede seguir el estado en https://shop.example/returns.`,
    own: [
      `Acabo de mirar su pedido. El paquete está otra vez con nosotros desde el 4 de marzo, así que ya le pagué los 49,90 EUR a su tarjeta de crédito. Dele a su banco unos 5 días laborables. Si para entonces no ve nada, escríbame dos líneas y yo misma llamo a la pasarela de pago.`,
      `¡Buenas noticias, el dinero va en camino! Contabilidad liberó esta mañana 49,90 EUR después de que el almacén revisara sus zapatos. Según el banco, no lo verá hasta el martes.`,
    ],
    macro: `Nos complace confirmar que su reembolso ha sido tramitado. Los reembolsos se hacen por el medio de pago original y pueden tardar hasta diez días. Encontrará más sobre devoluciones en nuestro centro de ayuda. Valore nuestro servicio en el enlace de abajo.`,
    tone: `¡Muchas gracias por escribirnos! Su devolución llegó a nuestro almacén el 4 de marzo y ya hemos enviado el reembolso de 49,90 EUR a la tarjeta con la que pagó. Normalmente los bancos suelen necesitar 5 días laborables hasta que el importe se ve en su cuenta. Por supuesto, no le hemos cobrado gastos de devolución. El estado lo puede consultar siempre en https://shop.example/returns.`,
    small: [
      ['Puede seguir', 'Puede consultar'],
      ['suelen necesitar', 'normalmente necesitan'],
    ],
    facts: [
      ['49,90 EUR', '44,90 EUR'],
      ['5 días laborables', '10 días laborables'],
      ['No hemos cobrado', 'Hemos cobrado'],
    ],
    extra: 'Como disculpa por la espera he añadido un vale para su próximo pedido.',
  },
  {
    id: 'delivery',
    language: 'es',
    draft: `Siento que su paquete se retrase. El pedido 58213 salió de nuestro almacén el 12 de mayo y ahora lo tiene el transportista Nordpost. El transportista prevé entregarlo el 16 de mayo entre las 9:00 y las 12:00. Puede cambiar la dirección de entrega hasta la noche anterior en la aplicación de Nordpost. Si el paquete no ha llegado el 18 de mayo, le enviaremos otro sin coste.`,
    own: [
      `He preguntado en Nordpost: el 58213 se quedó parado en su depósito y llega el 16 de mayo por la mañana. Si no va a estar, indíquele al repartidor en la app dónde dejarlo. Y si al final se pierde, escríbame y le mandamos uno nuevo, que no tendrá que pagar.`,
      `Perdone las molestias con el 58213. Esta semana hubo huelga en la empresa de reparto y por eso no se movió nada. Me han prometido la entrega para el viernes por la mañana.`,
    ],
    macro: `Gracias por su consulta sobre el envío. Los paquetes suelen llegar en un plazo de tres a cinco días hábiles. El enlace de seguimiento está en su correo de confirmación. En época de rebajas puede haber demoras de varios días.`,
    tone: `¡Siento muchísimo que su paquete se retrase! Su pedido 58213 salió de nuestro almacén el 12 de mayo y ahora viaja con el transportista Nordpost, que prevé entregarlo el 16 de mayo entre las 9:00 y las 12:00. Hasta la noche anterior todavía puede cambiar la dirección de entrega en la aplicación de Nordpost. Y si el paquete aún no ha llegado el 18 de mayo, con mucho gusto le enviaremos otro sin coste.`,
    small: [
      ['Siento que', 'Lamento que'],
      ['y ahora lo tiene', 'y ya lo tiene'],
    ],
    facts: [
      ['16 de mayo', '19 de mayo'],
      ['18 de mayo', '28 de mayo'],
      ['58213', '58231'],
    ],
    extra: 'También he pedido al transportista que le llame antes de la entrega.',
  },
  {
    id: 'password',
    language: 'es',
    draft: `Para restablecer su contraseña, abra https://app.example/login y haga clic en "He olvidado mi contraseña". Introduzca el correo electrónico de su cuenta y le enviaremos un enlace. El enlace es válido durante 30 minutos y solo funciona una vez. Si no llega ningún correo, revise la carpeta de spam. Tras tres intentos erróneos la cuenta se bloquea durante una hora.`,
    own: [
      `Parece que la cuenta se le bloqueó por tres intentos fallidos y por eso el mensaje no salió. Ya la he desbloqueado. Vuelva a entrar en https://app.example/login, pulse "He olvidado mi contraseña" y ponga una nueva antes de 30 minutos. Mire también en spam por si acaso.`,
      `¿Con qué dirección se registró? Con esta no encuentro nada. Hay una cuenta a su nombre, pero con otro dominio. Dígame si es la suya y le mando el correo desde aquí.`,
    ],
    macro: `Puede cambiar la contraseña cuando quiera en su perfil, apartado Seguridad. Para protegerle, nunca pedimos contraseñas por correo ni por teléfono. Si usa inicio de sesión único, hable con su administrador.`,
    tone: `¡No se preocupe, es muy rápido! Para restablecer su contraseña solo tiene que abrir https://app.example/login y hacer clic en "He olvidado mi contraseña". Introduzca después el correo electrónico de su cuenta y enseguida le enviaremos un enlace. Ese enlace es válido durante 30 minutos y solo funciona una vez. Si no le llega ningún correo, mire por favor en la carpeta de spam. Y recuerde: tras tres intentos erróneos la cuenta se bloquea durante una hora.`,
    small: [
      ['revise la carpeta', 'mire en la carpeta'],
      ['le enviaremos', 'le mandaremos'],
    ],
    facts: [
      ['30 minutos', '15 minutos'],
      ['https://app.example/login', 'https://id.example/login'],
      ['Tras tres intentos', 'Tras cinco intentos'],
    ],
    extra: 'Acabo de enviarle yo misma uno de esos enlaces, así que mire su bandeja de entrada.',
  },
  {
    id: 'invoice',
    language: 'es',
    draft: `Su factura de abril va adjunta a este mensaje. Muestra 120,00 EUR por el plan Team y 22,80 EUR de IVA. Hemos cambiado la dirección de facturación a su nueva oficina. Puede descargar todas las facturas en Ajustes, Facturación. El pago por transferencia solo es posible en los planes anuales. Las facturas ya pagadas no se pueden modificar.`,
    own: [
      `Corregí la dirección y rehíce la de abril, la encontrará adjunta. Por el plan Team son 120,00 EUR más impuestos, como hasta ahora. Desde hoy todo saldrá con la oficina nueva, y los documentos antiguos los tiene en los ajustes de facturación.`,
      `Como ya está abonada, nuestra contabilidad no puede tocarla. Lo que sí podemos es hacer un abono y facturar de nuevo. ¿Le vendría bien a su gestor?`,
    ],
    macro: `Todas las facturas se envían el día uno al contacto de facturación. Si necesita una copia, pídala al propietario del espacio de trabajo. Las dudas sobre impuestos las resuelve su oficina tributaria.`,
    tone: `¡Con mucho gusto! Adjunta a este mensaje va su factura de abril: muestra 120,00 EUR por el plan Team y 22,80 EUR de IVA. También hemos cambiado la dirección de facturación a su nueva oficina. Todas las facturas las puede descargar cuando quiera en Ajustes, Facturación. Tenga en cuenta que el pago por transferencia solo es posible en los planes anuales. Lamentablemente, las facturas ya pagadas no se pueden modificar.`,
    small: [
      ['va adjunta a', 'está adjunta a'],
      ['modificar', 'cambiar'],
    ],
    facts: [
      ['120,00 EUR', '140,00 EUR'],
      ['22,80 EUR', '26,80 EUR'],
      ['no se pueden modificar', 'se pueden modificar'],
    ],
    extra: 'El abono de marzo le llegará en un segundo mensaje.',
  },
  {
    id: 'cancel',
    language: 'es',
    draft: `Puede cancelar su suscripción en cualquier momento en Cuenta, Suscripción. La cancelación tiene efecto al final del período pagado, en su caso el 30 de junio. Hasta entonces puede usar todas las funciones como antes. No reembolsamos los meses empezados. Sus datos se guardan 90 días y después se eliminan. Si vuelve en ese tiempo, todo estará como lo dejó.`,
    own: [
      `¡Qué pena que se vaya! Le he anotado la baja para el 30 de junio, en su cuenta no tiene que hacer nada. Descargue antes sus proyectos, por favor, porque 90 días más tarde los borramos. Devolverle junio, por desgracia, no es posible.`,
      `¿Le puedo preguntar el motivo? Si es por el precio, desde la semana pasada tenemos una tarifa más pequeña que quizá baste para dos personas. Si no, le cierro la cuenta hoy mismo.`,
    ],
    macro: `Gracias por usar nuestro servicio. Las bajas se tramitan en el área de cliente. Antes de irse, eche un vistazo a nuestro plan gratuito, que conserva sus proyectos sin gastos. Los plazos figuran en nuestras condiciones.`,
    tone: `Sentimos mucho que quiera dejarnos. Puede cancelar su suscripción cuando lo desee en Cuenta, Suscripción. La cancelación tendrá efecto al final del período pagado, es decir, en su caso el 30 de junio. Naturalmente, hasta entonces puede usar todas las funciones como antes. Le rogamos que entienda que no reembolsamos los meses empezados. Sus datos se guardan todavía 90 días y luego se eliminan. Y si vuelve en ese tiempo, todo estará tal como lo dejó.`,
    small: [
      ['en cualquier momento', 'cuando quiera'],
      ['y después se', 'y luego se'],
    ],
    facts: [
      ['30 de junio', '31 de julio'],
      ['90 días', '30 días'],
      ['No reembolsamos', 'Reembolsamos'],
    ],
    extra: '¿Nos diría en dos palabras por qué se marcha?',
  },
  {
    id: 'warranty',
    language: 'es',
    draft: `Siento que su cafetera pierda agua. El modelo Brava 200 tiene una garantía de 24 meses, y la suya dura hasta el 9 de octubre. Envíenos una foto de la placa del modelo y su recibo. Después le mandamos una etiqueta pagada para la devolución. Una reparación tarda unos 7 días. Vacíe el depósito de agua antes de empaquetar la máquina.`,
    own: [
      `¡Eso no debería pasar al cabo de un año! Su Brava 200 sigue en garantía, así que el arreglo no le costará nada. Necesito dos imágenes, del ticket y de la pegatina de abajo, y el mismo día tendrá la etiqueta en su correo. Cuente con una semana más o menos.`,
      `Estas fugas casi siempre vienen de la junta de detrás del depósito. Ya le va una nueva de camino y se pone sin herramientas, un vídeo corto lo enseña. Si después sigue goteando, recogemos el aparato.`,
    ],
    macro: `Para casos de garantía rellene el formulario de nuestra página de servicio y añada el justificante de compra. Nuestro taller se pondrá en contacto. Quedan excluidos los daños por cal o mal uso.`,
    tone: `¡Vaya, siento mucho que su cafetera pierda agua! Por suerte el modelo Brava 200 tiene una garantía de 24 meses, y la suya dura todavía hasta el 9 de octubre. ¿Podría enviarnos una foto de la placa del modelo y su recibo? Después le mandaremos nosotros una etiqueta pagada para la devolución. La reparación tarda unos 7 días. Y, por favor, vacíe el depósito de agua antes de embalar la máquina.`,
    small: [
      ['Después le mandamos', 'Luego le mandamos'],
      ['Siento que', 'Sentimos que'],
    ],
    facts: [
      ['24 meses', '12 meses'],
      ['9 de octubre', '19 de octubre'],
      ['unos 7 días', 'unos 14 días'],
    ],
    extra: 'El cartucho del filtro se lo puede quedar, no lo necesitamos.',
  },
  {
    id: 'sync',
    language: 'es',
    draft: `La aplicación no se sincronizó porque la versión 4.2 tiene un error con carpetas grandes. Lo hemos corregido en la versión 4.3, que salió el 2 de febrero. Instale la actualización y vuelva a iniciar sesión. Sus archivos están a salvo y no se ha borrado nada. La primera sincronización puede tardar hasta 2 horas. Si el error E-117 aparece de nuevo, envíenos el registro desde Ayuda, Diagnóstico.`,
    own: [
      `Es un fallo conocido de la 4.2 cuando hay muchísimos ficheros juntos. Actualice a la 4.3, salga y entre otra vez, y deje el ordenador encendido una o dos horas. No se ha perdido nada, está todo en nuestro servidor. Si vuelve el E-117, necesitaría el log del menú de diagnóstico.`,
      `He mirado su cuenta y veo que el almacenamiento está lleno, por eso no sube nada nuevo. O vacía la papelera, o le doy 10 GB durante un mes para que pueda ordenar.`,
    ],
    macro: `Si la app no sincroniza, compruebe su conexión a internet y reinicie el dispositivo. Asegúrese de que hay espacio libre suficiente. En nuestra página de estado hay una lista de problemas conocidos.`,
    tone: `¡Perdone las molestias! La aplicación no se sincronizó porque, por desgracia, la versión 4.2 tiene un error con carpetas grandes. Ya lo hemos corregido en la versión 4.3, que salió el 2 de febrero. Instale por favor la actualización y después vuelva a iniciar sesión. Esté tranquilo: sus archivos están a salvo, no se ha borrado nada. Hasta 2 horas puede tardar la primera sincronización. Si aparece de nuevo el error E-117, simplemente envíenos el registro desde Ayuda, Diagnóstico.`,
    small: [
      ['tiene un error', 'tiene un fallo'],
      ['aparece de nuevo', 'vuelve a aparecer'],
    ],
    facts: [
      ['2 horas', '6 horas'],
      ['versión 4.3', 'versión 4.5'],
      ['E-117', 'E-171'],
    ],
    extra: 'En Mac hay que permitir otra vez la extensión en los ajustes del sistema.',
  },
  {
    id: 'booking',
    language: 'es',
    draft: `Su reserva del 21 de agosto se ha cambiado al 23 de agosto a las 15:30. Traiga su confirmación, en papel o en el móvil. Los niños menores de 6 años entran gratis. La entrada está en Hafenstrasse 12, y el aparcamiento de al lado cuesta 4 EUR al día. Puede cambiar una reserva una vez sin coste hasta 48 horas antes. No se permiten perros en el edificio.`,
    own: [
      `Hecho, le pasé al 23 de agosto, 15:30. Su pequeño no llega a seis y no necesita billete. Puede dejar el coche justo junto a la puerta, en Hafenstrasse, 4 EUR por todo el día. El perro, lo siento, tiene que quedarse en casa.`,
      `El 23 por la tarde está completo, me temo. Podría ofrecerle las diez de ese mismo día, o el 25 cuando quiera. ¿Qué le va mejor a su familia?`,
    ],
    macro: `Las entradas se pueden modificar en el área de reservas hasta dos días antes de la visita. Los horarios y cómo llegar están en nuestra web. Grupos de diez o más, diríjanse al servicio de grupos.`,
    tone: `¡Buenas noticias! Hemos cambiado su reserva del 21 de agosto al 23 de agosto a las 15:30. Por favor, traiga su confirmación, ya sea en papel o en el móvil. Entran gratis los niños menores de 6 años. Encontrará la entrada en Hafenstrasse 12, y el aparcamiento de al lado cuesta solo 4 EUR al día. Hasta 48 horas antes puede cambiar una reserva una vez sin coste. Lo siento, pero no se permiten perros en el edificio.`,
    small: [
      ['Traiga su', 'Lleve su'],
      ['en el móvil', 'en el teléfono'],
    ],
    facts: [
      ['15:30', '13:30'],
      ['4 EUR', '9 EUR'],
      ['No se permiten perros', 'Se permiten perros'],
    ],
    extra: 'La cafetería del segundo piso estará cerrada ese día.',
  },
];
