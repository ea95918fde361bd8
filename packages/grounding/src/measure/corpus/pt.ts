export const PT = `
# shipping | Envio
> A entrega em Portugal continental demora 2 a 3 dias úteis e custa 3,50 €. Encomendas acima de 40 € têm portes grátis. As encomendas seguem pela CTT.
- Em Portugal continental, a encomenda chega em dois a três dias úteis.
- Os portes custam 3,50 euros.
# shipping | Frete
> O frete para São Paulo custa R$ 15 e leva até 4 dias úteis. Não entregamos aos domingos. O código de rastreio é enviado em 24 horas.
- Para São Paulo, o frete é de R$ 15.
- Não fazemos entregas aos domingos.
- Você recebe o código de rastreio em 24 horas.
# returns | Devoluções
> Pode devolver os produtos no prazo de 14 dias após a receção. Produtos em promoção não podem ser devolvidos. O reembolso é feito em 10 dias.
- Tem 14 dias após a receção para devolver o produto.
- Os produtos em promoção não podem ser devolvidos.
- O reembolso é feito em dez dias.
# billing | Faturas
> As faturas são emitidas no dia 8 de cada mês. O pagamento deve ser feito em 12 dias. Os juros de atraso são de 4 %.
- A fatura deve ser paga em 12 dias.
- Em caso de atraso, os juros são de 4 por cento.
# saas | Planos
> O plano Básico custa R$ 29 por mês e inclui 2 usuários. O plano Pro custa R$ 99 por mês e inclui 25 usuários. O plano Básico não inclui relatórios.
- O plano Pro inclui 25 usuários e custa 99 reais por mês.
- Os relatórios não estão incluídos no plano Básico.
# saas | Importação
> Pode importar ficheiros CSV até 50 MB. A importação demora cerca de 20 minutos. Os dados importados não podem ser editados em massa.
- É possível importar ficheiros CSV de até 50 MB.
- A importação leva cerca de vinte minutos.
# travel | Cancelamento
> As reservas podem ser canceladas gratuitamente até 7 dias antes da chegada. Depois disso, cobramos 30 % do valor. Não há reembolso em caso de não comparência.
- Pode cancelar gratuitamente até sete dias antes da chegada.
- Depois desse prazo, cobramos 30% do valor.
# hotel | Check-in
> O check-in começa às 15:00 e o check-out termina às 11:00. Não aceitamos animais. O pequeno-almoço custa 9 € por pessoa.
- O check-in é a partir das 15:00.
- Não são aceites animais.
- O pequeno-almoço fica em 9 euros por pessoa.
# insurance | Seguro de saúde
> As consultas de dermatologia são cobertas após 90 dias de carência. Tratamentos estéticos não são cobertos. O reembolso máximo é de 600 € por ano.
- Após 90 dias de carência, as consultas de dermatologia são cobertas.
- Os tratamentos estéticos não têm cobertura.
- Reembolsamos no máximo 600 euros por ano.
# telecom | Internet
> O pacote Casa custa 32,99 € por mês e tem 500 Mbps. A fidelização é de 24 meses. A instalação demora 5 dias úteis.
- O pacote Casa tem 500 Mbps e custa 32,99 € por mês.
- O período de fidelização é de 24 meses.
# bank | Cartão
> O novo cartão chega em 8 dias úteis. A segunda via custa R$ 20. O limite de saque é de R$ 1.500 por dia.
- O seu novo cartão chega em oito dias úteis.
- Pode sacar até R$ 1500 por dia.
# hardware | Garantia
> A máquina Lavatop 5 tem garantia de 2 anos. A garantia não cobre danos por queda. As reparações são feitas em Coimbra.
- A Lavatop 5 tem dois anos de garantia.
- Danos por queda não estão cobertos pela garantia.
- As reparações são feitas na nossa oficina de Coimbra.
# support | Horário
> O nosso apoio funciona de segunda a sexta-feira das 9:00 às 18:00. Aos feriados estamos fechados. Respondemos aos e-mails em 2 dias úteis.
- O apoio está disponível de segunda a sexta-feira, das 9:00 às 18:00.
- Estamos fechados aos feriados.
- Respondemos por e-mail em dois dias úteis.
# event | Concerto
> O concerto é no dia 21 de junho de 2025 no Porto. Os bilhetes custam 35 €. Menores de 6 anos não podem entrar.
- O concerto realiza-se a 21 de junho de 2025.
- Cada bilhete custa 35 euros.
# account | Conta
> A conta é bloqueada após 4 tentativas falhadas. O desbloqueio demora 30 minutos. A palavra-passe antiga não pode ser reutilizada.
- Após quatro tentativas falhadas, a conta é bloqueada.
- Não pode reutilizar a palavra-passe antiga.
`;
