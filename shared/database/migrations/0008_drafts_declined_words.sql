-- What models said when they declined stood beside the draft as well, in the open and for longer than texts are kept.
update drafts set
	attempts = (
		select jsonb_agg(case when one ->> 'outcome' = 'refused' and one ? 'detail'
			then one || '{"detail": "The model declined to answer"}' else one end order by place)
		from jsonb_array_elements(attempts) with ordinality as tries (one, place)
	),
	outcome = case when outcome ->> 'reason' = 'refused' and outcome ? 'detail'
		then outcome || '{"detail": "The model declined to answer"}' else outcome end
where attempts @> '[{"outcome": "refused"}]';
