export const PT = `
# energia | Mudança com o contrato de eletricidade
> Avise-nos da mudança pelo menos 14 dias antes da entrega das chaves. Leia o contador no dia da saída e envie a leitura pelo portal Amberal. A taxa fixa é de 11,90 € por mês e o kWh custa 0,31 €. Os contratos com a tarifa Brisa não podem ser transferidos para outra zona. A fatura final é emitida no prazo de 6 semanas. O técnico trabalha de terça a sexta.
- Pedimos que nos avise da mudança no mínimo 14 dias antes de entregar as chaves.
- No dia da saída, leia o contador e mande a leitura pelo portal Amberal.
- Paga uma taxa fixa de 11,90 euros mensais e 0,31 euros por kWh.
- Com a tarifa Brisa não é possível transferir o contrato para outra zona.
- Vai receber a fatura final no prazo de seis semanas.
# streaming | Dispositivos, perfis e transferências
> A assinatura Alcion permite 3 reproduções ao mesmo tempo. Podem ser criados até 6 perfis. Os downloads expiram ao fim de 30 dias. Para ver em 4K é preciso o plano Cinema, que custa 17,99 € por mês, e uma ligação de 25 Mbps. Os perfis infantis não mostram filmes para maiores de 16 anos. Pode cancelar em qualquer altura.
- A sua assinatura Alcion permite três reproduções em simultâneo.
- Pode criar no máximo seis perfis.
- Passados 30 dias, os seus downloads expiram.
- Se quiser ver em 4K, precisa do plano Cinema (17,99 euros por mês) e de uma ligação de 25 Mbps.
- Os filmes para maiores de 16 anos não aparecem nos perfis infantis.
# dentista | Limpeza dentária e consultas
> Uma limpeza dentária demora 50 minutos e custa 95 euros. Os menores de 18 anos pagam 60 euros. A doutora Okafor atende às terças e sextas; o doutor Lindqvist atende urgências a partir das 8h15. Na primeira visita, chegue 10 minutos antes. As radiografias de outra clínica não devem ter mais de 12 meses. Não faturamos diretamente à seguradora.
- A limpeza dentária dura 50 minutos e tem o preço de 95 €.
- Para menores de 18 anos, o preço é de 60 €.
- O doutor Lindqvist recebe urgências desde as 8:15.
- Como é a sua primeira visita, pedimos que chegue dez minutos antes.
- Infelizmente não podemos faturar diretamente à sua seguradora.
# avião | Bagagem
> Cada bilhete Solara inclui uma mala de mão de 8 kg. Uma mala de porão de 23 kg custa 38 € na internet e 55 € no aeroporto. Não se aceitam malas com mais de 32 kg. A bagagem danificada deve ser comunicada no balcão da Norvik ou na internet até 7 dias depois do voo. As baterias externas devem viajar na cabine. As bicicletas devem ser registadas 48 horas antes da partida.
- O seu bilhete inclui uma mala de mão até 8 kg.
- Na internet, a mala de porão de 23 kg custa 38 euros; no aeroporto custa 55 euros.
- Não aceitamos malas que pesem mais de 32 kg.
- Deve comunicar a bagagem danificada no balcão da Norvik ou na internet nos sete dias depois do voo.
- A bicicleta tem de ser registada 48 horas antes da partida.
# universidade | Matrícula
> As matrículas para o semestre de inverno decorrem de 1 de agosto a 15 de setembro de 2026. Carregue o diploma e uma fotografia no portal Meridiano. A propina de 312,40 euros deve ser paga até 20 de setembro. A matrícula tardia é possível até 30 de setembro com um acréscimo de 25 euros. Sem o certificado B1 a matrícula não é aceite. O cartão de estudante é enviado até 3 semanas após o pagamento.
- Pode matricular-se no semestre de inverno entre 1 de agosto e 15 de setembro de 2026.
- A propina de 312,40 € deve ser paga até ao dia 20 de setembro.
- Se perder o prazo, a matrícula tardia é possível até 30 de setembro, com um acréscimo de 25 €.
- Não podemos aceitar a sua matrícula sem o certificado B1.
- O cartão de estudante será enviado no máximo três semanas após o pagamento.
# cacifos | Cacifos de encomendas
> As encomendas ficam 72 horas no cacifo e depois seguem para a loja da Rua do Farol. O código da aplicação Postal+ abre o cacifo e só serve uma vez. Encomendas com mais de 25 kg não cabem. O pagamento na entrega não está disponível nos cacifos. Outra pessoa pode levantar a encomenda com o seu código. O cacifo de Alvorada está fora de serviço até 4 de dezembro de 2026.
- A sua encomenda fica 72 horas no cacifo e depois vai para a loja da Rua do Farol.
- O cacifo abre-se com o código da aplicação Postal+.
- Pode dar o código a outra pessoa para levantar a encomenda.
- Nos cacifos não há pagamento na entrega.
- O cacifo de Alvorada continua fora de serviço até 04/12/2026.
`;
