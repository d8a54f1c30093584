package news.masthead.billing.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Products and prices. https://docs.stripe.com/products-prices/how-products-and-prices-work */
final class Catalogue {

    static final Set<String> PRODUCT = Set.of(
            "id",
            "name",
            "active",
            "description",
            "metadata",
            "statement_descriptor",
            "unit_label",
            "url",
            "shippable");
    static final Set<String> PRODUCTS = Set.of("active", "ids", "created", "shippable", "url");
    static final Set<String> PRICE = Set.of(
            "currency",
            "product",
            "product_data.name",
            "product_data.metadata",
            "unit_amount",
            "recurring.interval",
            "recurring.interval_count",
            "lookup_key",
            "transfer_lookup_key",
            "nickname",
            "metadata",
            "active",
            "tax_behavior");
    static final Set<String> PRICE_CHANGE =
            Set.of("active", "metadata", "nickname", "lookup_key", "transfer_lookup_key", "tax_behavior");
    static final Set<String> PRICES = Set.of("active", "product", "currency", "type", "lookup_keys", "created");

    private final Contract contract;
    private final Ledger ledger;
    private final Hours hours;

    Catalogue(Contract contract, Ledger ledger, Hours hours) {
        this.contract = contract;
        this.ledger = ledger;
        this.hours = hours;
    }

    ObjectNode createProduct(Call call) {
        if (call.has("id") && ledger.find(call.text("id")).isPresent()) {
            throw StripeError.invalid("resource_already_exists", "id", "Product already exists.");
        }
        ObjectNode product = product(call.has("id") ? call.text("id") : Ids.next("prod"), call.text("name"));
        call.copy(product, "active", "description", "statement_descriptor", "unit_label", "url", "shippable");
        call.mergeMetadata(product);
        return ledger.put(product);
    }

    ObjectNode retrieveProduct(Call call) {
        return ledger.existing("product", call.id(), "id");
    }

    ObjectNode updateProduct(Call call) {
        ObjectNode product = retrieveProduct(call);
        call.copy(product, "name", "active", "description", "statement_descriptor", "unit_label", "url", "shippable");
        call.mergeMetadata(product);
        return product.put("updated", hours.now());
    }

    ObjectNode listProducts(Call call) {
        Set<String> ids = texts(call, "ids");
        Stream<ObjectNode> found = ledger.all("product").stream()
                .filter(product -> ids.isEmpty() || ids.contains(Json.id(product)))
                .filter(product -> Listing.matches(product, call, "active", "shippable", "url"));
        return Listing.page(call, found);
    }

    ObjectNode createPrice(Call call) {
        if (call.has("product") == call.has("product_data")) {
            throw call.has("product")
                    ? StripeError.invalid(
                            "product", "You may only specify one of these parameters: product, product_data.")
                    : StripeError.missing("product");
        }
        if (!call.has("unit_amount")) {
            throw StripeError.missing("unit_amount");
        }
        ObjectNode recurring = recurring(call.params().get("recurring"));
        ObjectNode price = contract.blank("Price")
                .put("id", Ids.next("price"))
                .put("active", true)
                .put("billing_scheme", "per_unit")
                .put("created", hours.now())
                .put("currency", call.text("currency"))
                .put("tax_behavior", "unspecified")
                .put("type", recurring == null ? "one_time" : "recurring");
        call.copy(price, "active", "nickname", "tax_behavior", "unit_amount");
        price.put("unit_amount_decimal", price.get("unit_amount").asText()).set("recurring", recurring);
        takeLookupKey(call, price);
        call.mergeMetadata(price);
        return ledger.put(price.put("product", productOf(call)));
    }

    ObjectNode retrievePrice(Call call) {
        return ledger.existing("price", call.id(), "id");
    }

    /** A price's amount and interval never change: https://docs.stripe.com/api/prices/update has no parameter for them. */
    ObjectNode updatePrice(Call call) {
        ObjectNode price = retrievePrice(call);
        takeLookupKey(call, price);
        call.copy(price, "active", "nickname", "tax_behavior");
        call.mergeMetadata(price);
        return price;
    }

    ObjectNode listPrices(Call call) {
        Set<String> keys = texts(call, "lookup_keys");
        Stream<ObjectNode> found = ledger.all("price").stream()
                .filter(price -> keys.isEmpty() || keys.contains(Json.text(price, "lookup_key")))
                .filter(price -> Listing.matches(price, call, "active", "product", "currency", "type"));
        return Listing.page(call, found);
    }

    /** The price of a line item: active and recurring, for the twin sells subscriptions only. */
    ObjectNode subscribable(String id, String param) {
        ObjectNode price = ledger.existing("price", id, param);
        if (!price.get("active").booleanValue()) {
            throw StripeError.invalid(param, "The price specified is inactive. This field only accepts active prices.");
        }
        if (!Json.is(price, "type", "recurring")) {
            throw StripeError.invalid(
                    param, "You must provide at least one recurring price in `subscription` mode when using prices.");
        }
        return price;
    }

    private ObjectNode product(String id, String name) {
        return contract.blank("Product")
                .put("id", id)
                .put("name", name)
                .put("active", true)
                .put("type", "service")
                .put("created", hours.now())
                .put("updated", hours.now());
    }

    private String productOf(Call call) {
        if (call.has("product")) {
            return Json.id(ledger.existing("product", call.text("product"), "product"));
        }
        JsonNode data = call.params().get("product_data");
        ObjectNode product = product(Ids.next("prod"), Json.text(data, "name"));
        product.set("metadata", data.path("metadata").isObject() ? data.get("metadata") : Json.object());
        return Json.id(ledger.put(product));
    }

    private ObjectNode recurring(JsonNode given) {
        if (given == null) {
            return null;
        }
        ObjectNode recurring = contract.blank("Price.Recurring")
                .put("interval", Json.text(given, "interval"))
                .put("interval_count", given.path("interval_count").asLong(1))
                .put("usage_type", "licensed");
        if (recurring.get("interval_count").longValue() < 1 || Periods.isTooLong(recurring)) {
            throw StripeError.invalid("recurring[interval_count]", "Invalid interval: three years is the maximum.");
        }
        return recurring;
    }

    /** A lookup key names one price; it moves only by {@code transfer_lookup_key}. https://docs.stripe.com/products-prices/manage-prices */
    private void takeLookupKey(Call call, ObjectNode price) {
        if (!call.has("lookup_key")) {
            return;
        }
        String key = call.text("lookup_key");
        List<ObjectNode> holders = key.isEmpty()
                ? List.of()
                : ledger.all("price", "lookup_key", key)
                        .filter(holder -> holder != price)
                        .toList();
        if (!holders.isEmpty() && !call.flag("transfer_lookup_key")) {
            throw StripeError.invalid(
                    "lookup_key", "A price (`" + Json.id(holders.getFirst()) + "`) already uses that lookup key.");
        }
        holders.forEach(holder -> holder.putNull("lookup_key"));
        call.copy(price, "lookup_key");
    }

    private static Set<String> texts(Call call, String name) {
        return Json.stream(call.params().path(name)).map(JsonNode::textValue).collect(Collectors.toSet());
    }
}
