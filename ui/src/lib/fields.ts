// Which fields the columns of a sheet can become.

/** Fields a sheet's columns can become, by kind. */
export const fieldsOf: Record<string, string[]> = {
  procurement:
    "item manufacturer model category condition status quantity unit_mass mass mass_unit date order_number line_number supplier serial_number unit_price amount currency entity country cost_centre scope3_category quantity_unit pack_size conversion_factor level year deleted ownership".split(" "),
  dispositions:
    "asset_tag item category quantity sent_mass restored_mass outcome mass_unit provider date legal_obligation_mass batch entity unit_mass reused_mass refurbished_mass parts_mass material_mass residual_mass year".split(" "),
  certificates:
    "certificate_id registry class serial_prefix serial_start serial_end quantity vintage status project facility batch country methodology_version verification_body tco2e trade_date retired_on beneficiary counterparty unit_price currency expires_on origin entity bundled baseline factor_source verified_on claim_eligibility registry_link chain_of_custody delivery_date order_number intent".split(" "),
  catalogue: "manufacturer model category mass mass_unit factor_kgco2e source date".split(" "),
  orders: "counterparty class registry vintage vintage_to quantity unit_price currency order_number entity date expected_on status".split(" "),
};
