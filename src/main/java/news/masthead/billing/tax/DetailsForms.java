package news.masthead.billing.tax;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Judges what was typed to have on invoices. */
@ApplicationScoped
class DetailsForms {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 250;

    @Inject
    Typeface typeface;

    @Inject
    TaxMessages words;

    /** What came of it. */
    sealed interface Outcome {

        record Fine(Buyer buyer) implements Outcome {}

        record Refused(DetailsForm form) implements Outcome {}
    }

    Outcome read(DetailsForm form) {
        Optional<IndianState> state = IndianState.ofCode(form.state());
        Optional<Gstin> gstin = form.gstin().isEmpty() ? Optional.empty() : Gstin.of(form.gstin());
        Map<String, String> problems = new LinkedHashMap<>();
        find(problems, "name", form.name().isEmpty() ? words.nameMissing() : line(form.name(), LONGEST_NAME));
        find(problems, "address", address(form));
        find(problems, "state", state.isEmpty() ? words.stateMissing() : "");
        find(problems, "gstin", gstin(form, state, gstin));
        return problems.isEmpty()
                ? new Outcome.Fine(new Buyer(form.name(), form.address(), state.orElseThrow(), gstin))
                : new Outcome.Refused(form.with(problems));
    }

    private static void find(Map<String, String> problems, String field, String problem) {
        if (!problem.isEmpty()) {
            problems.put(field, problem);
        }
    }

    private String address(DetailsForm form) {
        if (form.address().isEmpty()) {
            return form.gstin().isEmpty() ? "" : words.addressMissing();
        }
        return line(form.address().replaceAll("\\R", " "), LONGEST_ADDRESS);
    }

    private String line(String typed, int most) {
        if (typed.length() > most) {
            return words.tooLong(most);
        }
        return typeface.prints(typed) ? "" : words.notPrinted();
    }

    /** Where a firm is registered is where its service is supplied: IGST Act 2017, section 12(2)(a). */
    private String gstin(DetailsForm form, Optional<IndianState> state, Optional<Gstin> gstin) {
        if (form.gstin().isEmpty()) {
            return "";
        }
        if (gstin.isEmpty()) {
            return words.gstinWrong();
        }
        IndianState registered = gstin.get().state();
        return state.isPresent() && state.get() != registered ? words.gstinElsewhere(registered.title) : "";
    }
}
