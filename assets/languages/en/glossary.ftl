### The words of the field, each in two sentences with where they are from.

term-itec = I-TEC
term-itec-text = IT Asset Reuse Certificate: one certificate stands for 1 kg of IT hardware put back into circulation. It is mass, not carbon, and no offset.
term-itec-source = SBTi Guide to I-TECs

term-new_mass = New mass
term-new_mass-text = Kilograms of IT hardware bought in a year whose condition is new, that is, not refurbished. Hardware of unknown condition counts as new until somebody says otherwise.
term-new_mass-source = SBTi Guide to I-TECs

term-gross = Gross requirement
term-gross-text = The I-TECs that all new mass of a year calls for: kilograms rounded up to whole certificates, once per entity and year. It stands unchanged beside every net figure.
term-gross-source = SBTi Guide to I-TECs

term-target = Target
term-target-text = The share of the gross requirement that the organisation commits to for a year; 100 % unless you set another. What is needed is that share, rounded up to whole certificates.
term-target-source = Settings of this workspace

term-coverage = Coverage
term-coverage-text = Certificates validly retired for a year, divided by its gross requirement, whatever the target. What is held or on order is not in it.
term-coverage-source = Bloom ESG Circularity Standard v1.1

term-secured = Secured
term-secured-text = Coverage and what you hold and could still retire, as a share of the gross requirement. Held certificates count only once they are retired.
term-secured-source = Computed by this app

term-remaining = Still to buy
term-remaining-text = What is needed for a year, less what is retired or reserved for it and what is held and usable. No unit serves two years, and it is never below 0.
term-remaining-source = Computed by this app

term-on_order = On order
term-on_order-text = Certificates that were ordered and not delivered. They stand beside what remains and are in no coverage.
term-on_order-source = Orders of this workspace

term-lot = Lot
term-lot-text = A block of certificates of one class, registry, project, vintage and owner with serial numbers in a row. Its units are bought, held, moved and retired by their serials.
term-lot-source = Bloom ESG Circularity Standard v1.1, Annex A

term-vintage = Vintage
term-vintage-text = The calendar year of the activity that a certificate was issued for. It can be used until 31 December of the third year after, unless its registry gives another day.
term-vintage-source = Bloom ESG Circularity Standard v1.1, §11

term-held = Held
term-held-text = Units that are yours and neither reserved, listed, sold, retired nor expired. They net off a requirement, and cover it once retired.
term-held-source = Bloom ESG Circularity Standard v1.1

term-usable = Usable
term-usable-text = Units held or reserved whose last usable day has not passed. Listed and sold units are never usable.
term-usable-source = Computed by this app

term-listed = Listed
term-listed-text = Units offered for sale. They never net off a requirement, and can be withdrawn again.
term-listed-source = Bloom ESG Circularity Standard v1.1

term-expired = Retired (Expired)
term-expired-text = Units whose last usable day passed before they were retired. They cover nothing and are shown as a loss.
term-expired-source = Bloom ESG Circularity Standard v1.1, §11

term-retirement = Retirement
term-retirement-text = The irrevocable claim on units for a beneficiary, an entity and a reporting year. It is reversed only with the registry's evidence, as an event of its own.
term-retirement-source = Bloom ESG Circularity Standard v1.1

term-beneficiary = Beneficiary
term-beneficiary-text = The organisation in whose name units are retired. The registry keeps its name, country and identifier with the retirement.
term-beneficiary-source = Bloom ESG Circularity Standard v1.1

term-self_generated = Self-generated
term-self_generated-text = Certificates issued for your own retired hardware that a provider restored. They net off only once they are issued, yours, and neither listed nor sold.
term-self_generated-source = SBTi Guide to I-TECs

term-restored = Restored mass
term-restored-text = Kilograms of retired hardware that went back into circulation by reuse or refurbishment. Under the wide policy parts and recovered material count, too; residual and landfill never.
term-restored-source = Bloom ESG Additionality Criteria v1.1

term-yield = Yield
term-yield-text = Restored kilograms divided by kilograms sent to a provider. It says how much of your retired hardware may become certificates of your own.
term-yield-source = SBTi Guide to I-TECs

term-bundled = Bundled
term-bundled-text = A certificate bought together with the refurbished device that it describes. It substantiates that purchase and never covers new mass.
term-bundled-source = SBTi Corporate Net-Zero Standard V2.0

term-claim_level = Claim level
term-claim_level-text = How near a claim is to the organisation's own activity: activity, activity pool or sector; unassigned unless you say. A certificate alone is reported apart from the physical inventory, as a contribution.
term-claim_level-source = SBTi Corporate Net-Zero Standard V2.0

term-tier = Weight from
term-tier-text = How a line got its weight, the first that applies: its row, your catalogue, a device table, its family, your own average, its class, a wide class. The line keeps which.
term-tier-source = Settings, Weights

term-range = 90 % range
term-range-text = Where the true mass lies in nine of ten cases, given how much like devices differ. Totals rest on means; a weight that is stated or listed has no range.
term-range-source = Method sheet of every report

term-unresolved = Without a weight
term-unresolved-text = Lines that nothing gives a weight. They are never 0: they are in no total, are told beside it, and block a final report.
term-unresolved-source = Computed by this app

term-entity = Entity
term-entity-text = A company of the group that buys and for which certificates are retired. Requirements are rounded up once per entity and year.
term-entity-source = SBTi Guide to I-TECs

term-scope3 = Scope 3 category
term-scope3-text = Category 1 is purchased goods, category 2 capital goods; a price threshold, the row's own flag or the default decides. No figure here is ever a net Scope 3 emission.
term-scope3-source = GHG Protocol

term-chain_head = Head of the chain
term-chain_head-text = The hash of the last event, which covers every event before it. It stands on every report: another head means another history.
term-chain_head-source = History of this workspace

term-locked = Locked year
term-locked-text = A reporting year that takes no change. It is unlocked with a reason, and what then differs is restated by name.
term-locked-source = Bloom ESG Circularity Standard v1.1

term-reconcile = Reconcile
term-reconcile-text = Comparing lots with a registry's own statement, serial by serial. It is the strong proof that certificates are yours.
term-reconcile-source = Bloom ESG Circularity Standard v1.1
