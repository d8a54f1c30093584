package news.masthead.identity;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A session that was ended from elsewhere, until the identity provider has ended its own. */
@Entity
@Table(name = "ended_session")
class EndedSession extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "refresh_token")
    String refreshToken;

    @Column(name = "ended_at")
    Instant endedAt;

    protected EndedSession() {}

    EndedSession(Session session, Instant at) {
        id = session.id;
        refreshToken = session.refreshToken;
        endedAt = at;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<EndedSession, UUID> {}
}
