export const ES = `
# tarjeta | Tarjeta perdida
> Si pierde la tarjeta, bloquéela en la aplicación Fernán, sección Tarjetas, o por teléfono a cualquier hora. La tarjeta nueva llega en 6 días hábiles y cuesta 9 €. Por los pagos anteriores al bloqueo responde hasta 50 €. Debe comunicar un fraude en un plazo de 13 meses. Las tarjetas caducadas se sustituyen gratis.
- Puede bloquear la tarjeta en la aplicación Fernán a cualquier hora.
- La tarjeta nueva le llega en seis días laborables.
- Cuesta 9 euros.
- Debe comunicarnos el fraude en un plazo de trece meses.
- Las tarjetas caducadas se sustituyen sin coste.
# oficina | Documento de identidad
> Las solicitudes se presentan en la oficina de Larmonte, de lunes a jueves de 8:30 a 16:00. Es obligatoria una foto de menos de 6 meses. El documento no se envía por correo. En caso de pérdida la tasa es de 25 €. El plazo es de unas 4 semanas.
- Puede presentar la solicitud en la oficina de Larmonte, de lunes a jueves.
- Debe traer una foto de menos de seis meses.
- El documento no se envía por correo.
- En caso de pérdida, la tasa es de 25 euros.
- El documento está listo en unas cuatro semanas.
# archivos | Recuperar archivos
> Los archivos eliminados permanecen 45 días en el Archivo. Solo el propietario puede recuperar los archivos de otros miembros. Tras el cierre de un espacio no es posible recuperar nada. Los archivos de más de 20 GB deben recuperarse con el programa Verdo. Windows 8 no es compatible desde el 31 de marzo de 2026.
- Los archivos eliminados están 45 días en el Archivo.
- El propietario puede recuperar los archivos de otros miembros.
- Los archivos de más de 20 GB deben recuperarse con Verdo.
- Windows 8 no es compatible desde el 31 de marzo de 2026.
# clinica | Citas
> Una cita puede cambiarse hasta 24 horas antes. Una cita perdida se cobra con 40 €. Los análisis de sangre se hacen entre las 7:00 y las 9:30; no coma durante las 8 horas anteriores. Los resultados están disponibles a los 2 días en el portal Salvia. La doctora Moreno no atiende a niños.
- Puede cambiar su cita hasta 24 horas antes.
- Si pierde la cita, se le cobran 40 euros.
- Los resultados están en el portal Salvia a los dos días.
- La doctora Moreno no atiende a niños.
# ferri | Vehículos a bordo
> En la línea de Larnholm un coche de hasta 5 metros cuesta 84 € por trayecto y una moto 29 €. La facturación cierra 45 minutos antes de la salida. Las bombonas de gas no están permitidas en la bodega. Los perros deben llevar bozal. La tarifa Ahorro no es reembolsable.
- En la línea de Larnholm, un coche de hasta 5 metros cuesta 84 euros por trayecto.
- La facturación cierra 45 minutos antes de la salida.
- Las bombonas de gas no están permitidas en la bodega.
- Su perro debe llevar bozal.
- La tarifa Ahorro no es reembolsable.
`;
