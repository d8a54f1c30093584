package news.masthead.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;

/** Secrets that the site makes for itself at its first start and shares between its nodes. */
@ApplicationScoped
public class SiteKeys {

    private static final int BYTES = 32;

    @Inject
    EntityManager entities;

    /** The same 256 random bits for a name, on every node and after every start. */
    @Transactional
    public byte[] key(String name) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        entities.createNativeQuery(
                        "insert into site_key (name, secret) values (:name, :secret) on conflict (name) do nothing")
                .setParameter("name", name)
                .setParameter("secret", fresh)
                .executeUpdate();
        return (byte[]) entities.createNativeQuery("select secret from site_key where name = :name", byte[].class)
                .setParameter("name", name)
                .getSingleResult();
    }
}
