package news.masthead.billing.tax;

import java.util.Map;

/**
 * What a reader typed to have on invoices, and what is wrong with it.
 *
 * @param state GST code of a state; empty for none chosen
 * @param problems sentences by the name of the field
 */
record DetailsForm(String name, String address, String state, String gstin, Map<String, String> problems) {

    static final DetailsForm EMPTY = new DetailsForm("", "", "", "", Map.of());

    static DetailsForm of(Buyer buyer) {
        return new DetailsForm(
                buyer.name(),
                buyer.address(),
                buyer.state().code,
                buyer.gstin().map(Gstin::value).orElse(""),
                Map.of());
    }

    static DetailsForm typed(String name, String address, String state, String gstin) {
        return new DetailsForm(stripped(name), stripped(address), stripped(state), stripped(gstin), Map.of());
    }

    DetailsForm with(Map<String, String> found) {
        return new DetailsForm(name, address, state, gstin, found);
    }

    /** What is wrong with a field; empty when nothing is. */
    public String problem(String field) {
        return problems.getOrDefault(field, "");
    }

    public boolean lacksState() {
        return problems.containsKey("state");
    }

    private static String stripped(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
