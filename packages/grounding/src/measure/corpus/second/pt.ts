export const PT = `
# cartao | Cartão perdido
> Se perder o cartão, bloqueie-o na aplicação Fernão, em Cartões, ou por telefone a qualquer hora. O cartão novo chega em 6 dias úteis e custa 9 €. Pelos pagamentos anteriores ao bloqueio responde até 50 €. Deve comunicar uma fraude no prazo de 13 meses. Os cartões caducados são substituídos gratuitamente.
- Pode bloquear o cartão na aplicação Fernão a qualquer hora.
- O cartão novo chega em seis dias úteis.
- Custa 9 euros.
- Deve comunicar-nos a fraude no prazo de treze meses.
- Os cartões caducados são substituídos sem custos.
# balcao | Documento de identidade
> Os pedidos são feitos no balcão de Larmonte, de segunda a quinta das 8:30 às 16:00. É obrigatória uma fotografia com menos de 6 meses. O documento não é enviado pelo correio. Em caso de perda a taxa é de 25 €. O prazo é de cerca de 4 semanas.
- Pode fazer o pedido no balcão de Larmonte, de segunda a quinta.
- Deve trazer uma fotografia com menos de seis meses.
- O documento não é enviado pelo correio.
- Em caso de perda, a taxa é de 25 euros.
- O documento está pronto em cerca de quatro semanas.
# ficheiros | Recuperar ficheiros
> Os ficheiros eliminados ficam 45 dias no Arquivo. Só o proprietário pode recuperar os ficheiros de outros membros. Depois do encerramento de um espaço não é possível recuperar nada. Os ficheiros com mais de 20 GB devem ser recuperados com o programa Verdo. O Windows 8 não é suportado desde 31 de março de 2026.
- Os ficheiros eliminados ficam no Arquivo durante 45 dias.
- O proprietário pode recuperar os ficheiros de outros membros.
- Os ficheiros com mais de 20 GB devem ser recuperados com o Verdo.
- O Windows 8 não é suportado desde 31 de março de 2026.
# barco | Veículos a bordo
> Na linha de Larnholm um carro até 5 metros custa 84 € por trajeto e uma mota 29 €. O check-in fecha 45 minutos antes da partida. As botijas de gás não são permitidas no convés. Os cães devem usar açaime. A tarifa Poupança não é reembolsável.
- Na linha de Larnholm, um carro até 5 metros custa 84 euros por trajeto.
- O check-in fecha 45 minutos antes da partida.
- As botijas de gás não são permitidas no convés.
- O seu cão deve usar açaime.
- A tarifa Poupança não é reembolsável.
`;
