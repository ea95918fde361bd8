export const ES = `
# energía | Mudanza con el contrato de luz
> Avise de su mudanza al menos 14 días antes de entregar las llaves. Lea el contador el día de la salida y envíe la lectura por el portal Amberal. La cuota fija es de 11,90 € al mes y el kWh cuesta 0,31 €. Los contratos con la tarifa Brisa no se pueden trasladar a otra zona. La factura final se emite en un plazo de 6 semanas. El técnico trabaja de martes a viernes.
- Le rogamos que nos avise de la mudanza como mínimo 14 días antes de entregar las llaves.
- El día que se marche, lea el contador y mándenos la lectura por el portal Amberal.
- Pagará una cuota fija de 11,90 euros mensuales y 0,31 euros por kWh.
- Con la tarifa Brisa no es posible trasladar el contrato a otra zona.
- Recibirá la factura final en seis semanas como máximo.
# streaming | Dispositivos, perfiles y descargas
> La suscripción Halción permite 3 reproducciones a la vez. Se pueden crear hasta 6 perfiles. Las descargas caducan a los 30 días. Para ver en 4K hace falta el plan Cine, que cuesta 17,99 € al mes, y una conexión de 25 Mbps. Los perfiles infantiles no muestran películas para mayores de 16 años. Puede darse de baja en cualquier momento.
- Con la suscripción Halción puede hacer tres reproducciones a la vez.
- Puede crear un máximo de seis perfiles.
- Sus descargas caducan pasados 30 días.
- Si quiere ver en 4K necesita el plan Cine (17,99 euros al mes) y una conexión de 25 Mbps.
- En los perfiles infantiles no aparecen películas para mayores de 16 años.
# dentista | Limpieza dental y citas
> Una limpieza dental dura 50 minutos y cuesta 95 euros. Los menores de 18 años pagan 60 euros. La doctora Okafor atiende los martes y los viernes; el doctor Lindqvist atiende urgencias desde las 8:15. En la primera visita, llegue 10 minutos antes. Las radiografías de otra clínica no deben tener más de 12 meses. No facturamos directamente a la aseguradora.
- La limpieza dental le llevará 50 minutos y tiene un precio de 95 €.
- Para los menores de 18 años el precio es de 60 €.
- La doctora Okafor pasa consulta los martes y los viernes.
- Al ser su primera visita, le pedimos que llegue diez minutos antes.
- Lamentablemente, no podemos facturar directamente a su aseguradora.
# avión | Equipaje
> Cada billete de Solara incluye un bulto de mano de 8 kg. Una maleta de 23 kg cuesta 38 € por internet y 55 € en el aeropuerto. No se aceptan maletas de más de 32 kg. El equipaje dañado debe notificarse en el mostrador de Norvik o por internet en los 7 días siguientes al vuelo. Las baterías externas deben viajar en la cabina. Las bicicletas deben registrarse 48 horas antes de la salida.
- Su billete incluye un bulto de mano de hasta 8 kg.
- La maleta de 23 kg le costará 38 euros por internet o 55 euros en el aeropuerto.
- Las maletas que pesan más de 32 kg no se aceptan.
- Debe notificar el equipaje dañado antes de que pasen siete días desde el vuelo, por internet o en el mostrador de Norvik.
- Hay que registrar la bicicleta 48 horas antes de la salida.
# universidad | Matrícula
> La matrícula para el semestre de invierno está abierta del 1 de agosto al 15 de septiembre de 2026. Suba su título y una foto al portal Meridiano. La tasa de 312,40 euros debe pagarse antes del 20 de septiembre. La matrícula tardía es posible hasta el 30 de septiembre con un recargo de 25 euros. Sin el certificado B1 no se admite la matrícula. El carné de estudiante se envía en las 3 semanas posteriores al pago.
- Puede matricularse en el semestre de invierno entre el 1 de agosto y el 15 de septiembre de 2026.
- Debe pagar la tasa de 312,40 € antes del 20 de septiembre.
- Si se le pasa el plazo, la matrícula tardía está abierta hasta el 30 de septiembre con un recargo de 25 €.
- No podemos admitir su matrícula si no tiene el certificado B1.
- Le enviaremos el carné de estudiante en las tres semanas siguientes al pago.
# licencias | Licencias de software para empresas
> Una licencia de Tarnex vale para un usuario en 2 ordenadores. A partir de 25 licencias hay un descuento del 12 %. Las licencias se pueden transferir a otro usuario cada 90 días. El mantenimiento se renueva por 12 meses si no se cancela 3 meses antes. Las licencias de prueba no incluyen soporte telefónico. La versión 7.4 tendrá mantenimiento hasta el 30 de junio de 2027.
- Cada licencia de Tarnex es válida para un usuario en dos ordenadores.
- Si contrata 25 licencias o más, le aplicamos un descuento del 12 por ciento.
- Puede transferir una licencia a otro usuario cada 90 días.
- El soporte telefónico no está incluido en las licencias de prueba.
- La versión 7.4 seguirá en mantenimiento hasta el 30/06/2027.
`;
