package news.masthead.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import news.masthead.jobs.Memory;

/** The open sessions as this node knows them, by the cookie's token. Their subject is the account. */
@ApplicationScoped
class KnownSessions extends Memory<String, Optional<Sessions.Known>> {

    private static final String TOPIC = "session";
    private static final long NOBODY = 0;

    @Inject
    Session.Repository sessions;

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    protected Optional<Sessions.Known> read(String token) {
        return sessions.found(Sessions.hash(token)).map(Sessions.Known::of);
    }

    @Override
    protected long subject(String token, Optional<Sessions.Known> session) {
        return session.map(one -> one.reader().account()).orElse(NOBODY);
    }
}
