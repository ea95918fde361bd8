import type { Lexicon } from './entry.ts';

export const PT: Lexicon = {
  number: `zero|dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|catorze|quatorze|quinze|dezesseis|dezasseis|dezessete|dezassete|
    dezoito|dezenove|dezanove|vinte|trinta|quarenta|cinquenta|sessenta|setenta|oitenta|noventa|cem|cento|centos|duzent*|trezent*|quatrocent*|quinhent*|
    seiscent*|setecent*|oitocent*|novecent*|mil|milhar*|milhao|milhoes|bilha*|bilho*|duzia*|dezena*|centena*|um par de|metade*|um terco|tercos|um quarto|
    quartos|terca parte|quarta parte|quinta parte|decima parte|quinto|quinta|sexto|setim*|oitav*|nono|nona|decim*|dobro|dobrar|dobra|duplicar|duplica|
    triplo|triplic*|meia hora|meio ano|meio mes|e meia|e meio|quadrupl*`,
  percent: 'por cento|porcento|percentual|percentuais|percentagem|percentagens|porcentagem|por mil',
  date: `janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|segunda feira|terca feira|quarta feira|quinta feira|
    sexta feira|ate segunda|ate terca|ate quarta|ate quinta|ate sexta|sabado*|domingo*|amanha|depois de amanha|ontem|imediat*|de imediato|na hora|
    verao|inverno*|outono*|primavera*|natal|pascoa|ano novo|fim de semana|fins de semana|meia noite|meio dia`,
  duration: `segundos|por segundo|minuto*|hora|horas|dia|dias|semana*|mes|meses|ano|anos|trimestre*|semestre*|quadrimestre*|bimestre*|quinzena*|decada*|
    seculo*`,
  period:
    'semanal*|semanais|quinzenal*|quinzenais|mensal*|mensais|bimestral*|trimestral*|trimestrais|semestral*|semestrais|anual|anuais|anualmente|anuidade*',
  money: 'euro|euros|dolar|dolares|centimo*|centavo*|reais|rublo*|ienes|francos|libras esterlinas',
  promise: `por nossa conta|a nosso cargo|e cortesia|em parcelas|parcelad*|parcelament*|em prestac*|nenhum pagamento|pague depois|paga depois|pagar depois|vitalici*|ininterrupt*|sem interrupc*|
    nao paga nada|nao pagam nada|nao pagara nada|nada a pagar|sem pagar|gratis|gratuit*|sem custo*|sem cobranca|sem acrescimo*|sem encargos|sem taxa*|sem despesa*|nao ha custo*|nao ha cobranca*|nao ha taxa*|
    custo adicional|custos adicionais|custos extras|preco fixo|preco fechado|garant*|reembols*|dinheiro de volta|devolucao do dinheiro|e devolvido|
    brinde*|cortesia|de presente|incluido no preco|incluida no preco|incluso no preco|mais barat*|24 horas|dia e noite|sla|nivel de servico|
    niveis de servico|economiza dinheiro|economizar dinheiro|penalidade*|indeniz*|indemniz*|bonus`,
  discount: `desconto*|abatimento*|promocao|promocoes|promocional|promocionais|oferta especial|preco especial|precos especiais|preco reduzido|metade do preco|
    reducao do preco|reducao de preco*`,
  today: 'hoje',
  ok: `dia a dia|hoje em dia|em dia|ao dia|bom dia|hora de|a hora de|horas de pico|hora de pico|dupla entrada|entrada dupla|todos os dias|as duas partes|cada dia`,
  ours: 'dos|null|elf|tag|an|cent|date|tiers|sol|ten|set|medio|six',
};
