package news.masthead.billing.tax;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The papers as PDF: each set once, then kept and never set again, whatever a later release would make of it. */
@ApplicationScoped
class Pdfs {

    @Inject
    PaperSheets sheets;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /** The bytes of a paper. Set outside of any transaction; of two that set it at once the first is kept and both give that one out. */
    byte[] of(TaxPaper paper) {
        return kept(paper).orElseGet(() -> {
            keep(paper, sheets.set(paper));
            return kept(paper).orElseThrow();
        });
    }

    private Optional<byte[]> kept(TaxPaper paper) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            List<byte[]> found = entities.createNativeQuery(
                            "select bytes from tax_pdf where number = :number", byte[].class)
                    .setParameter("number", paper.number)
                    .getResultList();
            return found.stream().findFirst();
        });
    }

    private void keep(TaxPaper paper, byte[] bytes) {
        QuarkusTransaction.joiningExisting()
                .run(() -> entities.createNativeQuery(
                                "insert into tax_pdf (number, bytes, made_at) values (:number, :bytes, :now) on conflict do nothing")
                        .setParameter("number", paper.number)
                        .setParameter("bytes", bytes)
                        .setParameter("now", clock.instant())
                        .executeUpdate());
    }
}
