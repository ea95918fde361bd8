-- What models said when they declined outlived the prompt that it belongs to; from now on both are forgotten together.
update attempts set detail = 'The model declined to answer'
where outcome = 'refused' and completion_id in (select id from completions where prompt is null and answer is null);
