// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

/// @title The published contract of this kind, rebuilt
/// @notice Rewritten after the paper's Figures 13 and 14: what its struct stores (report name,
/// object address, owner's name and e-mail, doctor's name and e-mail, upload date, and the viewers'
/// e-mails), all as readable strings under the report's code, and its four functions. It exists to
/// be measured and to show its faults. DO NOT DEPLOY.
/// @dev Anyone can add, so anyone can overwrite; anyone can permit; and `view` hides nothing from anyone.
contract PaperReports {
    struct Report {
        string reportName;
        string reportAddress;
        string ownerName;
        string ownerEmail;
        string doctorName;
        string doctorEmail;
        string uploadDate;
        string[] permissions;
    }

    mapping(string reportCode => Report) private reports;

    function addReport(string memory reportCode, Report memory report) public {
        reports[reportCode] = report;
    }

    function getReport(string memory reportCode) public view returns (Report memory) {
        return reports[reportCode];
    }

    function addPermission(string memory reportCode, string memory email) public {
        reports[reportCode].permissions.push(email);
    }

    function removePermission(string memory reportCode, string memory email) public {
        string[] storage permissions = reports[reportCode].permissions;
        for (uint256 i = 0; i < permissions.length; i++) {
            if (keccak256(bytes(permissions[i])) == keccak256(bytes(email))) {
                permissions[i] = permissions[permissions.length - 1];
                permissions.pop();
                return;
            }
        }
    }
}
