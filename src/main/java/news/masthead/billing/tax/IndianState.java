package news.masthead.billing.tax;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import news.masthead.billing.PlaceOfSupply;

/**
 * A State or Union Territory with its code for GST, the first two digits of each GSTIN there. Union Territories without a legislature of their own
 * tax by the UTGST Act 2017, the others by an SGST Act.
 */
enum IndianState {
    ANDAMAN_AND_NICOBAR_ISLANDS("35", "Andaman and Nicobar Islands", true),
    ANDHRA_PRADESH("37", "Andhra Pradesh", false),
    ARUNACHAL_PRADESH("12", "Arunachal Pradesh", false),
    ASSAM("18", "Assam", false),
    BIHAR("10", "Bihar", false),
    CHANDIGARH("04", "Chandigarh", true),
    CHHATTISGARH("22", "Chhattisgarh", false),
    DADRA_AND_NAGAR_HAVELI_AND_DAMAN_AND_DIU("26", "Dadra and Nagar Haveli and Daman and Diu", true),
    DELHI("07", "Delhi", false),
    GOA("30", "Goa", false),
    GUJARAT("24", "Gujarat", false),
    HARYANA("06", "Haryana", false),
    HIMACHAL_PRADESH("02", "Himachal Pradesh", false),
    JAMMU_AND_KASHMIR("01", "Jammu and Kashmir", false),
    JHARKHAND("20", "Jharkhand", false),
    KARNATAKA("29", "Karnataka", false),
    KERALA("32", "Kerala", false),
    LADAKH("38", "Ladakh", true),
    LAKSHADWEEP("31", "Lakshadweep", true),
    MADHYA_PRADESH("23", "Madhya Pradesh", false),
    MAHARASHTRA("27", "Maharashtra", false),
    MANIPUR("14", "Manipur", false),
    MEGHALAYA("17", "Meghalaya", false),
    MIZORAM("15", "Mizoram", false),
    NAGALAND("13", "Nagaland", false),
    ODISHA("21", "Odisha", false),
    PUDUCHERRY("34", "Puducherry", false),
    PUNJAB("03", "Punjab", false),
    RAJASTHAN("08", "Rajasthan", false),
    SIKKIM("11", "Sikkim", false),
    TAMIL_NADU("33", "Tamil Nadu", false),
    TELANGANA("36", "Telangana", false),
    TRIPURA("16", "Tripura", false),
    UTTAR_PRADESH("09", "Uttar Pradesh", false),
    UTTARAKHAND("05", "Uttarakhand", false),
    WEST_BENGAL("19", "West Bengal", false),
    OTHER_TERRITORY("97", "Other Territory", true);

    final String code;
    final String title;
    private final boolean unionTerritory;

    IndianState(String code, String title, boolean unionTerritory) {
        this.code = code;
        this.title = title;
        this.unionTerritory = unionTerritory;
    }

    static Optional<IndianState> ofCode(String code) {
        return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
    }

    /** All of them by title, to choose from. */
    static List<PlaceOfSupply.Choice> choices(Optional<IndianState> chosen) {
        return Arrays.stream(values())
                .sorted(Comparator.comparing(state -> state.title))
                .map(state -> new PlaceOfSupply.Choice(
                        state.code, state.title, chosen.filter(state::equals).isPresent()))
                .toList();
    }

    /** What the tax beside the central one is called there. */
    String ownTax() {
        return unionTerritory ? "UTGST" : "SGST";
    }

    /** As it stands on papers: {@code Karnataka (29)}. */
    String inFull() {
        return title + " (" + code + ")";
    }
}
