import type { Lexicon } from './entry.ts';

export const ES: Lexicon = {
  number: `cero|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci*|veint*|treinta|cuarenta|cincuenta|sesenta|setenta|
    ochenta|noventa|cien|ciento|cientos|doscient*|trescient*|cuatrocient*|quinient*|seiscient*|setecient*|ochocient*|novecient*|mil|miles|millar*|millon*|
    billon*|un par de|docena*|decena*|centena*|centenar*|mitad|mitades|un tercio|tercios|un cuarto|cuartos|tercera parte|cuarta parte|quinta parte|
    decima parte|cuarta|quinto|quinta|sexto|sexta|septim*|octav*|noven*|decim*|doble|dobles|duplicar|duplica|duplicamos|triple|triplic*|media hora|medio ano|
    medio mes|medio dia|y media|y medio|cuadrupl*`,
  percent: 'por ciento|porciento|porcentaje*|por cien|por mil',
  date: `enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|lunes|martes|miercoles|jueves|viernes|sabado*|
    domingo*|manana|pasado manana|ayer|anoche|inmediat*|de inmediato|al instante|verano*|invierno*|otono*|primavera*|navidad*|semana santa|ano nuevo|
    fin de semana|fines de semana|medianoche|mediodia`,
  duration: `segundos|por segundo|minuto*|hora|horas|dia|dias|semana*|mes|meses|ano|anos|trimestre*|semestre*|cuatrimestre*|bimestre*|quincena*|decada*|
    siglo*`,
  period:
    'semanal*|quincenal*|mensual*|bimensual*|bimestral*|trimestral*|cuatrimestral*|semestral*|anual|anuales|anualmente|anualidad*',
  money: 'euro|euros|dolar|dolares|centimo*|centavo*|pesos|rublo*|yenes|francos|libras esterlinas',
  promise: `de nuestra cuenta|por nuestra cuenta|a nuestro cargo|invita la casa|a plazos|en cuotas|pago fraccionado|ningun pago|pague despues|paga despues|pagar despues|de por vida|vitalici*|
    ininterrump*|sin interrupci*|
    no paga nada|no pagan nada|no pagara nada|nada que pagar|sin pagar|gratis|gratuit*|sin coste*|sin costo*|sin cargo*|sin gastos|sin recargo*|sin suplement*|sin cobro*|sin comision*|no hay coste*|no hay costo*|
    no hay gastos|no hay cargo*|coste adicional|costes adicionales|costo adicional|costos adicionales|gastos adicionales|precio fijo|precio cerrado|garant*|
    reembols*|devolucion del dinero|regal*|de cortesia|cortesia|incluido en el precio|incluida en el precio|incluidos en el precio|mas barat*|24 horas|
    dia y noche|sla|nivel de servicio|niveles de servicio|ahorra dinero|ahorrar dinero|ahorro economico|se devuelve|penaliz*|indemniz*|bono|bonos`,
  discount: `descuento*|rebaja*|bonificacion*|promocion*|oferta especial|precio especial|precios especiales|precio reducido|mitad de precio|reduccion del precio|
    reduccion de precio*`,
  today: 'hoy',
  ok: `dia a dia|hoy en dia|al dia|del dia a dia|a la hora de|es hora de|hora punta|horas punta|buenos dias|doble entrada|doble registro|doble captura|
    doble trabajo|doble control|cada dia|las dos partes|todos los dias|en doble`,
  ours: 'null|elf|tag|an|cent|date|tiers|sol|sur|dime|ten|set',
};
