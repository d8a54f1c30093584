-- Warnings of fraud are few among the events, and staff ask for them with every page of the support desk.
create index stripe_event_of_fraud on stripe_event (received_at) where type = 'radar.early_fraud_warning.created';
