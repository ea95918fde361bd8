export const ES = `
# shipping | Envíos
> El envío estándar a la península tarda de 2 a 4 días laborables y cuesta 3,95 €. Los pedidos superiores a 50 € tienen envío gratuito. Los paquetes se entregan con Correos.
- El envío estándar a la península llega en dos a cuatro días hábiles.
- El coste del envío es de 3,95 euros.
- A partir de 50 € el envío es gratis.
# shipping | Envíos a Canarias
> Los envíos a Canarias tardan hasta 10 días y cuestan 14,90 €. No enviamos baterías a Canarias. El cliente paga los aranceles.
- A Canarias el envío tarda un máximo de diez días y cuesta 14,90 €.
- No enviamos baterías a Canarias.
# returns | Devoluciones
> Puede devolver los artículos en un plazo de 30 días desde la entrega. Los productos personalizados no se pueden devolver. El reembolso se realiza en 7 días laborables.
- Dispone de 30 días desde la entrega para devolver el artículo.
- Los productos personalizados no admiten devolución.
- Le haremos el reembolso en siete días hábiles.
# billing | Facturas
> Las facturas se emiten el día 2 de cada mes. El pago debe realizarse en un plazo de 20 días. El recargo por retraso es del 5 %.
- El plazo para pagar la factura es de 20 días.
- Si se retrasa en el pago, se aplica un recargo del 5 por ciento.
# saas | Planes
> El plan Inicial cuesta 10 € al mes e incluye 5 usuarios. El plan Empresa cuesta 45 € al mes e incluye 50 usuarios. El plan Inicial no incluye soporte telefónico.
- El plan Empresa incluye 50 usuarios por 45 euros al mes.
- El soporte telefónico no está incluido en el plan Inicial.
# saas | Seguridad
> La verificación en dos pasos es obligatoria para los administradores. Las sesiones caducan tras 12 horas. Las contraseñas deben tener al menos 10 caracteres.
- Los administradores deben usar la verificación en dos pasos.
- La sesión caduca después de 12 horas.
- La contraseña debe tener como mínimo diez caracteres.
# travel | Cancelación
> Las reservas se pueden cancelar gratis hasta 48 horas antes de la llegada. Después se cobra el 50 % del importe. Las tarifas promocionales no son reembolsables.
- Puede cancelar sin coste hasta 48 horas antes de su llegada.
- Pasado ese plazo cobramos el 50 % del importe.
- Las tarifas promocionales no se reembolsan.
# travel | Equipaje
> Cada pasajero puede llevar una maleta de mano de 10 kg. La maleta facturada de 20 kg cuesta 30 € por vuelo. Los líquidos no pueden superar los 100 ml.
- Puede llevar una maleta de mano de 10 kg.
- La maleta facturada de 20 kg cuesta 30 euros por vuelo.
# hotel | Horarios
> La entrada es a partir de las 14:00 y la salida hasta las 12:00. No se admiten mascotas. El aparcamiento cuesta 15 € por noche.
- Puede entrar desde las 14:00.
- En el hotel no se admiten mascotas.
- Por el aparcamiento se pagan 15 € cada noche.
# insurance | Seguro dental
> El seguro dental cubre dos limpiezas al año. Los implantes no están cubiertos. El copago es de 20 € por visita.
- Tiene cubiertas dos limpiezas dentales al año.
- El seguro no cubre los implantes.
- Pagará un copago de 20 euros por visita.
# insurance | Reclamaciones
> La reclamación debe presentarse en un plazo de 15 días. La respuesta llega en un máximo de 30 días. Las reclamaciones se envían a siniestros@vidaplena.example.
- Tiene 15 días para presentar la reclamación.
- Envíe la reclamación a siniestros@vidaplena.example.
# telecom | Fibra
> La fibra de 600 Mbps cuesta 34,90 € al mes. La permanencia es de 12 meses. La instalación no tiene coste.
- La fibra de 600 Mbps sale por 34,90 euros al mes.
- El contrato tiene una permanencia de doce meses.
# telecom | Portabilidad
> La portabilidad tarda 1 día laborable. No se puede cancelar una vez iniciada. El titular debe ser la misma persona.
- La portabilidad se completa en un día hábil.
- Una vez iniciada, la portabilidad no se puede cancelar.
# bank | Transferencias
> Las transferencias inmediatas cuestan 0,50 €. El límite diario es de 6.000 €. Las transferencias fuera de la zona SEPA tardan 3 días hábiles.
- Una transferencia inmediata cuesta 0,50 euros.
- Puede transferir hasta 6000 € al día.
# hardware | Garantía
> La cafetera Aroma 9 tiene 3 años de garantía. Los daños por cal no están cubiertos. El servicio técnico está en Valencia.
- La Aroma 9 tiene una garantía de tres años.
- La garantía no cubre los daños por cal.
- Nuestro servicio técnico se encuentra en Valencia.
# support | Atención
> Atendemos de lunes a viernes de 9:00 a 19:00. Los fines de semana no hay atención telefónica. Respondemos los correos en 24 horas.
- Estamos disponibles de lunes a viernes entre las 9:00 y las 19:00.
- El fin de semana no ofrecemos atención telefónica.
- Contestamos los correos en un plazo de 24 horas.
# event | Congreso
> El congreso se celebra del 5 al 8 de noviembre de 2025 en Sevilla. La inscripción cuesta 180 € hasta el 1 de octubre. Las inscripciones no se devuelven.
- El congreso termina el 8 de noviembre de 2025.
- Hasta el 1 de octubre la inscripción cuesta 180 euros.
# account | Cuenta
> Las cuentas inactivas se eliminan tras 18 meses. Antes enviamos un aviso por correo. Los puntos caducados no se pueden recuperar.
- Eliminamos las cuentas inactivas después de 18 meses.
- No es posible recuperar los puntos caducados.
`;
