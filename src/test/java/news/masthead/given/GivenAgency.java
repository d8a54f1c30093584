package news.masthead.given;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Agencies that no test shares with the demo newspaper, saved as the desk would save them. */
@ApplicationScoped
public class GivenAgency {

    /** Its copy of urgency 1 to 4 for companies and markets goes into the paper by rule, metered after the first paragraph. */
    public static final String TRUSTED = "swift";

    @Inject
    EntityManager entities;

    @Transactional
    public void trusted() {
        entities.createNativeQuery("""
                        insert into wire_profile (source, version, profile, changed_at, changed_by)
                        values (:id, 1, :profile, now(), 'Test Editor') on conflict (source) do nothing""")
                .setParameter("id", TRUSTED)
                .setParameter("profile", """
                        {"name": "Swift Wire", "creditLine": "Swift Wire", "disclaimer": "As sent.",
                         "routing": {"section": "companies", "sections": {"rail": "markets", "weather": "world"}},
                         "publishing": {"automatic": true, "leastUrgency": 4, "sections": ["companies", "markets"],
                                        "access": "METERED", "freeParagraphs": 1}}""")
                .executeUpdate();
    }
}
