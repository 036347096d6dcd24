// What somebody answers for, in the order in which it is signed.

export const roles = [
  { value: "prepared", text: "Prepared" },
  { value: "reviewed", text: "Reviewed" },
  { value: "approved", text: "Approved" },
];
